resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  count      = 2
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.${count.index}.0/24"
}

resource "aws_security_group" "load_balancer" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "web" {
  subnets         = aws_subnet.public[*].id
  security_groups = [aws_security_group.load_balancer.id]
}

resource "aws_lb_target_group" "web" {
  port     = 8080
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

# The group of the load balancer, the very ranges of its subnets, one that holds both and nothing else, a range outside the
# VPC, and SSH from wherever.
resource "aws_security_group" "web" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 8080
    to_port         = 8080
    protocol        = "tcp"
    security_groups = [aws_security_group.load_balancer.id]
  }

  ingress {
    from_port   = 8080
    to_port     = 8080
    protocol    = "tcp"
    cidr_blocks = [aws_subnet.public[0].cidr_block, "10.0.1.0/24", "10.0.0.0/23", "172.16.0.0/16", "203.0.113.0/24"]
  }

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port   = 8080
    to_port     = 8080
    protocol    = "udp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_launch_template" "web" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = aws_subnet.public[*].id
  target_group_arns   = [aws_lb_target_group.web.arn]

  launch_template {
    id = aws_launch_template.web.id
  }
}

# A network load balancer without security groups hands on the addresses of its clients: there is nothing else to admit.
resource "aws_lb" "plain" {
  load_balancer_type = "network"
  subnets            = aws_subnet.public[*].id
}

resource "aws_lb_target_group" "plain" {
  port     = 443
  protocol = "TCP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "plain" {
  load_balancer_arn = aws_lb.plain.arn
  port              = 443
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.plain.arn
  }
}

resource "aws_security_group" "open" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "open" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.open.id]
}

resource "aws_lb_target_group_attachment" "open" {
  target_group_arn = aws_lb_target_group.plain.arn
  target_id        = aws_instance.open.id
}

# A list that AWS keeps.
data "aws_ec2_managed_prefix_list" "edges" {
  name = "com.amazonaws.global.cloudfront.origin-facing"
}

resource "aws_security_group" "edges" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 8080
    to_port         = 8080
    protocol        = "tcp"
    prefix_list_ids = [data.aws_ec2_managed_prefix_list.edges.id]
  }
}

resource "aws_instance" "edges" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.edges.id]
}

resource "aws_lb_target_group_attachment" "edges" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.edges.id
}

# Nobody but the tier before it calls this one; the web server itself is called by nobody else's group.
resource "aws_security_group" "app" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 8080
    to_port         = 8080
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }
}

resource "aws_instance" "app" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.app.id]
}

# A database that everybody may call is a fault of its own: AL802.
resource "aws_elb" "database" {
  subnets         = ["subnet-1", "subnet-2"]
  security_groups = [aws_security_group.load_balancer.id]
  instances       = [aws_instance.database.id]

  listener {
    lb_port           = 3306
    lb_protocol       = "tcp"
    instance_port     = 3306
    instance_protocol = "tcp"
  }
}

resource "aws_security_group" "database" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 3306
    to_port     = 3306
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "database" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.database.id]
}

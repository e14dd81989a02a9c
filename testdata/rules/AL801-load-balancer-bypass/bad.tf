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

# The load balancer's group is admitted, too, but everybody is.
resource "aws_security_group" "everybody" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 8080
    to_port         = 8080
    protocol        = "tcp"
    security_groups = [aws_security_group.load_balancer.id]
  }

  ingress {
    from_port   = 8000
    to_port     = 8100
    protocol    = "tcp"
    cidr_blocks = ["192.0.2.0/24", "0.0.0.0/0"] # want AL801 "aws_security_group.everybody opens ports 8000 to 8100 to everybody \(0.0.0.0/0\), so that aws_autoscaling_group.everybody can be reached past aws_lb_target_group.web"
  }
}

resource "aws_launch_template" "everybody" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.everybody.id]
}

resource "aws_autoscaling_group" "everybody" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = aws_subnet.public[*].id
  target_group_arns   = [aws_lb_target_group.web.arn]

  launch_template {
    id = aws_launch_template.everybody.id
  }
}

# The range of the VPC is wider than the subnets of the load balancer.
resource "aws_security_group" "network" {
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "network" {
  security_group_id = aws_security_group.network.id
  cidr_ipv4         = aws_vpc.main.cidr_block # want AL801 "aws_security_group.network opens port 8080 to 10.0.0.0/16, so that aws_instance.network can be reached past aws_lb_target_group.web"
  ip_protocol       = "tcp"
  from_port         = 8080
  to_port           = 8080
}

resource "aws_instance" "network" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.network.id]
}

resource "aws_lb_target_group_attachment" "network" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.network.id
}

# The port of the attachment counts, not that of the target group.
resource "aws_security_group" "other_port" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port        = 9000
    to_port          = 9000
    protocol         = "tcp"
    ipv6_cidr_blocks = ["::/0"] # want AL801 "aws_security_group.other_port opens port 9000 to everybody \(::/0\)"
  }
}

resource "aws_instance" "other_port" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.other_port.id]
}

resource "aws_lb_target_group_attachment" "other_port" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.other_port.id
  port             = 9000
}

# Behind a Classic Load Balancer.
resource "aws_elb" "classic" {
  subnets = aws_subnet.public[*].id

  listener {
    lb_port           = 443
    lb_protocol       = "https"
    instance_port     = 8443
    instance_protocol = "http"
  }
}

resource "aws_security_group" "classic" {
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group_rule" "classic" {
  security_group_id = aws_security_group.classic.id
  type              = "ingress"
  from_port         = 0
  to_port           = 0
  protocol          = "-1"
  cidr_blocks       = ["0.0.0.0/0"] # want AL801 "aws_security_group.classic opens every port to everybody \(0.0.0.0/0\), so that aws_autoscaling_group.classic can be reached past aws_elb.classic"
}

resource "aws_launch_configuration" "classic" {
  image_id        = "ami-1"
  security_groups = [aws_security_group.classic.id]
}

resource "aws_autoscaling_group" "classic" {
  min_size             = 2
  max_size             = 4
  vpc_zone_identifier  = aws_subnet.public[*].id
  load_balancers       = [aws_elb.classic.name]
  launch_configuration = aws_launch_configuration.classic.name
}

# The port of the container counts.
resource "aws_security_group" "tasks" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 3000
    to_port     = 3000
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # want AL801 "aws_security_group.tasks opens port 3000 to everybody \(0.0.0.0/0\), so that aws_ecs_service.tasks can be reached past"
  }
}

resource "aws_ecs_service" "tasks" {
  name = "tasks"

  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 3000
  }

  network_configuration {
    subnets         = aws_subnet.public[*].id
    security_groups = [aws_security_group.tasks.id]
  }
}

# A network load balancer that has a security group can be admitted by it.
resource "aws_lb" "network" {
  load_balancer_type = "network"
  subnets            = aws_subnet.public[*].id
  security_groups    = [aws_security_group.load_balancer.id]
}

resource "aws_lb_target_group" "network" {
  port     = 8443
  protocol = "TCP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "network" {
  load_balancer_arn = aws_lb.network.arn
  port              = 443
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.network.arn
  }
}

# A customer's prefix list is what its entries are.
resource "aws_ec2_managed_prefix_list" "clients" {
  name           = "clients"
  address_family = "IPv4"
  max_entries    = 2

  entry {
    cidr = "198.51.100.0/24"
  }

  entry {
    cidr = "0.0.0.0/0" # want AL801 "aws_security_group.listed opens port 8443 to everybody \(0.0.0.0/0\)"
  }
}

resource "aws_security_group" "listed" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 8443
    to_port         = 8443
    protocol        = "tcp"
    prefix_list_ids = [aws_ec2_managed_prefix_list.clients.id]
  }
}

resource "aws_instance" "listed" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.listed.id]
}

resource "aws_lb_target_group_attachment" "listed" {
  target_group_arn = aws_lb_target_group.network.arn
  target_id        = aws_instance.listed.id
}

# An app tier without a load balancer, which the tier before it and everybody calls.
resource "aws_security_group" "app" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port       = 8080
    to_port         = 8080
    protocol        = "tcp"
    security_groups = [aws_security_group.everybody.id]
  }

  ingress {
    from_port   = 8080
    to_port     = 8080
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # want AL801 "so that aws_instance.app, which another tier calls there, serves everybody else as well"
  }
}

resource "aws_instance" "app" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.app.id]
}

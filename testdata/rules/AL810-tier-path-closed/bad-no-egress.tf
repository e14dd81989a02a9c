resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_subnet" "b" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

# Terraform removes the rule that lets everything out.
resource "aws_security_group" "front" { # want AL810 "aws_security_group.front lets nothing out, because no egress rule is written, and aws_lb.front calls aws_autoscaling_group.web.* on port 80: aws_autoscaling_group.web.* is never reached"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "front" {
  security_groups = [aws_security_group.front.id]
  subnets         = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_lb_target_group" "front" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "front" {
  load_balancer_arn = aws_lb.front.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.front.arn
  }
}

# One edit opens the way to both.
resource "aws_autoscaling_group" "web" {
  for_each            = toset(["a", "b"])
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]
  target_group_arns   = [aws_lb_target_group.front.arn]

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_launch_template" "web" {
  image_id               = "ami-0123456789abcdef0"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_security_group" "web" {
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group_rule" "web" {
  type                     = "ingress"
  security_group_id        = aws_security_group.web.id
  source_security_group_id = aws_security_group.front.id
  protocol                 = "tcp"
  from_port                = 80
  to_port                  = 80
}

# The rules of a Classic Load Balancer's group stand elsewhere, and are all that there are.
resource "aws_security_group" "classic" { # want AL810 "aws_security_group.classic does not let out what aws_elb.classic sends aws_instance.classic on port 8080"
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "classic" {
  security_group_id = aws_security_group.classic.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
}

resource "aws_vpc_security_group_egress_rule" "classic" {
  security_group_id            = aws_security_group.classic.id
  referenced_security_group_id = aws_security_group.web.id
  ip_protocol                  = "tcp"
  from_port                    = 80
  to_port                      = 80
}

resource "aws_elb" "classic" {
  security_groups = [aws_security_group.classic.id]
  subnets         = [aws_subnet.a.id]
  instances       = [aws_instance.classic.id]

  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 8080
    instance_protocol = "http"
  }
}

resource "aws_instance" "classic" {
  ami                    = "ami-0123456789abcdef0"
  subnet_id              = aws_subnet.a.id
  vpc_security_group_ids = [aws_security_group.web.id]
}

variable "group" {
  type = string
}

variable "clients" {
  type = list(string)
}

variable "vpc" {
  type = string
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = var.vpc
}

# What the group lets in is out of sight.
resource "aws_instance" "unseen" { # unknown AL801
  ami                    = "ami-1"
  vpc_security_group_ids = [var.group]
}

resource "aws_lb_target_group_attachment" "unseen" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.unseen.id
}

# Whom it admits is not known.
resource "aws_security_group" "clients" {
  vpc_id = var.vpc

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = var.clients
  }
}

resource "aws_instance" "clients" { # unknown AL801
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.clients.id]
}

resource "aws_lb_target_group_attachment" "clients" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.clients.id
}

# The range may be that of the VPC, which is not in sight.
resource "aws_security_group" "private" {
  vpc_id = var.vpc

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_instance" "private" { # unknown AL801
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.private.id]
}

resource "aws_lb_target_group_attachment" "private" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.private.id
}

# The network load balancer that listens may have a security group, or none.
resource "aws_lb_target_group" "network" {
  port     = 80
  protocol = "TCP"
  vpc_id   = var.vpc
}

resource "aws_security_group" "open" {
  vpc_id = var.vpc

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "open" { # unknown AL801
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.open.id]
}

resource "aws_lb_target_group_attachment" "open" {
  target_group_arn = aws_lb_target_group.network.arn
  target_id        = aws_instance.open.id
}

# On which port the target group calls it, is out of sight.
variable "target_group" {
  type = string
}

resource "aws_security_group" "elsewhere" {
  vpc_id = var.vpc

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_launch_template" "elsewhere" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.elsewhere.id]
}

resource "aws_autoscaling_group" "elsewhere" { # unknown AL801
  min_size           = 2
  max_size           = 4
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [var.target_group]

  launch_template {
    id      = aws_launch_template.elsewhere.id
    version = aws_launch_template.elsewhere.latest_version
  }
}

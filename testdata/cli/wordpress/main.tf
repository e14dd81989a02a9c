# A blog as it is often begun: it works, until a zone, an instance or a disk fails.

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

data "aws_availability_zones" "here" {}

resource "aws_vpc" "blog" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  count             = 2
  vpc_id            = aws_vpc.blog.id
  cidr_block        = cidrsubnet(aws_vpc.blog.cidr_block, 8, count.index)
  availability_zone = data.aws_availability_zones.here.names[0]
}

resource "aws_subnet" "private" {
  count             = 2
  vpc_id            = aws_vpc.blog.id
  cidr_block        = cidrsubnet(aws_vpc.blog.cidr_block, 8, 10 + count.index)
  availability_zone = data.aws_availability_zones.here.names[count.index]
}

resource "aws_security_group" "web" {
  vpc_id = aws_vpc.blog.id

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.blog.id

  health_check {
    path = "/wp-login.php"
  }

  stickiness {
    type    = "lb_cookie"
    enabled = true
  }
}

resource "aws_launch_template" "web" {
  image_id               = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = aws_subnet.public[*].id
  target_group_arns   = [aws_lb_target_group.web.arn]

  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }

  instance_refresh {
    strategy = "Rolling"
  }
}

resource "aws_autoscaling_policy" "web" {
  name                   = "load"
  autoscaling_group_name = aws_autoscaling_group.web.name
  policy_type            = "TargetTrackingScaling"

  target_tracking_configuration {
    target_value = 50

    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }
  }
}

module "database" {
  source     = "./modules/database"
  subnet_ids = aws_subnet.private[*].id
  multi_az   = var.highly_available
}

variable "highly_available" {
  type    = bool
  default = false
}

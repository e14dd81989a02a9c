provider "aws" {
  region = "eu-west-1"
}

variable "subnets" {
  type = list(string)
}

variable "least" {
  type = number
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "other" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "in_any_zones" { # unknown AL118
  min_size            = 2
  max_size            = 6
  vpc_zone_identifier = var.subnets
  target_group_arns   = [aws_lb_target_group.web.arn]
}

resource "aws_autoscaling_group" "of_any_size" { # unknown AL118
  min_size           = var.least
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  target_group_arns  = [aws_lb_target_group.other.arn]
}

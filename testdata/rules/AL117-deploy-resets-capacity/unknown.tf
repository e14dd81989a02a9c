provider "aws" {
  region = "eu-west-1"
}

variable "desired" {
  type = number
}

variable "scale" {
  type = bool
}

resource "aws_autoscaling_group" "may_be_null" { # unknown AL117
  min_size           = 2
  max_size           = 8
  desired_capacity   = var.desired
  availability_zones = ["eu-west-1a", "eu-west-1b"]
}

resource "aws_autoscaling_policy" "may_be_null" {
  name                   = "may-be-null"
  autoscaling_group_name = aws_autoscaling_group.may_be_null.name
  policy_type            = "TargetTrackingScaling"
}

resource "aws_autoscaling_group" "may_be_scaled" { # unknown AL117
  min_size           = 2
  max_size           = 8
  desired_capacity   = 2
  availability_zones = ["eu-west-1a", "eu-west-1b"]
}

resource "aws_autoscaling_policy" "may_be_scaled" {
  count                  = var.scale ? 1 : 0
  name                   = "may-be-scaled"
  autoscaling_group_name = aws_autoscaling_group.may_be_scaled.name
  policy_type            = "TargetTrackingScaling"
}

provider "aws" {
  region = "eu-west-1"
}

variable "type" {
  type = string
}

variable "scale" {
  type = bool
}

variable "name" {
  type = string
}

resource "aws_autoscaling_policy" "of_any_type" { # unknown AL116
  name                   = "any"
  autoscaling_group_name = "web"
  policy_type            = var.type
}

resource "aws_autoscaling_policy" "perhaps_called" { # unknown AL116
  name                   = "perhaps"
  autoscaling_group_name = "web"
}

resource "aws_cloudwatch_metric_alarm" "busy" {
  count               = var.scale ? 1 : 0
  alarm_name          = "busy"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  alarm_actions       = [aws_autoscaling_policy.perhaps_called.arn]
}

# Which policy the alarm calls, its last part would tell.
provider "aws" {
  region = "eu-west-1"
}

variable "policy" {
  type = string
}

resource "aws_autoscaling_policy" "grow" { # unknown AL116
  name                   = "grow"
  autoscaling_group_name = "web"
}

resource "aws_cloudwatch_metric_alarm" "busy" {
  alarm_name          = "busy"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  alarm_actions       = ["arn:aws:autoscaling:eu-west-1:123456789012:scalingPolicy:0:autoScalingGroupName/web:policyName/${var.policy}"]
}

provider "aws" {
  region = "eu-west-1"
}

resource "aws_autoscaling_group" "web" {
  min_size           = 2
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]
}

# Without a type it is a simple policy.
resource "aws_autoscaling_policy" "grow" { # want AL116 "aws_autoscaling_policy.grow never acts: it is a simple policy, and no alarm calls it$"
  name                   = "grow"
  autoscaling_group_name = aws_autoscaling_group.web.name
  adjustment_type        = "ChangeInCapacity"
  scaling_adjustment     = 1
}

resource "aws_autoscaling_policy" "step" { # want AL116 "aws_autoscaling_policy.step never acts: it is a step policy, and no alarm calls it$"
  name                   = "step"
  autoscaling_group_name = aws_autoscaling_group.web.name
  adjustment_type        = "ChangeInCapacity"
  policy_type            = "StepScaling"

  step_adjustment {
    scaling_adjustment          = 1
    metric_interval_lower_bound = 0
  }
}

resource "aws_appautoscaling_policy" "tasks" { # want AL116 "aws_appautoscaling_policy.tasks never acts: it is a step policy, and no alarm calls it$"
  name               = "tasks"
  policy_type        = "StepScaling"
  resource_id        = "service/apps/web"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
}

# An alarm that tells people, and one that calls a policy of another region by its ARN.
resource "aws_sns_topic" "people" {
  name = "people"
}

variable "on_call" {
  type = string
}

resource "aws_cloudwatch_metric_alarm" "busy" {
  alarm_name          = "busy"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  alarm_actions       = [aws_sns_topic.people.arn, var.on_call]
  ok_actions          = ["arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:0:autoScalingGroupName/other:policyName/shrink"]
}

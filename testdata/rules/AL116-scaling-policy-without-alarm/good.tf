provider "aws" {
  region = "eu-west-1"
}

resource "aws_autoscaling_group" "web" {
  min_size           = 2
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]
}

resource "aws_autoscaling_policy" "grow" {
  name                   = "grow"
  autoscaling_group_name = aws_autoscaling_group.web.name
  scaling_adjustment     = 1
}

# Called when all is well again.
resource "aws_autoscaling_policy" "shrink" {
  name                   = "shrink"
  autoscaling_group_name = aws_autoscaling_group.web.name
  scaling_adjustment     = -1
}

resource "aws_cloudwatch_metric_alarm" "busy" {
  alarm_name          = "busy"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  alarm_actions       = [aws_autoscaling_policy.grow.arn]
  ok_actions          = [aws_autoscaling_policy.shrink.arn]
}

# Target tracking and prediction bring their own.
resource "aws_autoscaling_policy" "tracking" {
  name                   = "tracking"
  autoscaling_group_name = aws_autoscaling_group.web.name
  policy_type            = "TargetTrackingScaling"
}

resource "aws_autoscaling_policy" "predictive" {
  name                   = "predictive"
  autoscaling_group_name = aws_autoscaling_group.web.name
  policy_type            = "PredictiveScaling"
}

resource "aws_appautoscaling_policy" "tasks" {
  name               = "tasks"
  policy_type        = "TargetTrackingScaling"
  resource_id        = "service/apps/web"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
}

# Turned off on purpose.
resource "aws_autoscaling_policy" "off" {
  name                   = "off"
  autoscaling_group_name = aws_autoscaling_group.web.name
  scaling_adjustment     = 1
  enabled                = false
}

# Called by its ARN.
resource "aws_autoscaling_policy" "by_arn" {
  name                   = "by-arn"
  autoscaling_group_name = aws_autoscaling_group.web.name
  scaling_adjustment     = 2
}

resource "aws_cloudwatch_metric_alarm" "very_busy" {
  alarm_name          = "very-busy"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  alarm_actions       = ["arn:aws:autoscaling:eu-west-1:123456789012:scalingPolicy:01234567-89ab-cdef-0123-456789abcdef:autoScalingGroupName/web:policyName/by-arn"]
}

# Both exist under one condition.
variable "scale" {
  type = bool
}

resource "aws_autoscaling_policy" "sometimes" {
  count                  = var.scale ? 1 : 0
  name                   = "sometimes"
  autoscaling_group_name = aws_autoscaling_group.web.name
  scaling_adjustment     = 1
}

resource "aws_cloudwatch_metric_alarm" "sometimes" {
  count               = var.scale ? 1 : 0
  alarm_name          = "sometimes"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  alarm_actions       = [aws_autoscaling_policy.sometimes[0].arn]
}

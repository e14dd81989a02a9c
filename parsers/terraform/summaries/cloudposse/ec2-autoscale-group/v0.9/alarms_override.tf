# In 0.9 every alarm shrinks the group.
resource "aws_cloudwatch_metric_alarm" "all_alarms" {
  alarm_actions = [aws_autoscaling_policy.scale_down[0].arn]
}

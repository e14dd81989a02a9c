resource "aws_cloudwatch_metric_alarm" "cpu_high" {
  count = local.scales ? 1 : 0

  alarm_name          = "${module.this.id}${module.this.delimiter}cpu${module.this.delimiter}utilization${module.this.delimiter}high"
  namespace           = "AWS/EC2"
  metric_name         = "CPUUtilization"
  dimensions          = { AutoScalingGroupName = aws_autoscaling_group.default[0].name }
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = var.cpu_utilization_high_threshold_percent
  statistic           = var.cpu_utilization_high_statistic
  period              = var.cpu_utilization_high_period_seconds
  evaluation_periods  = var.cpu_utilization_high_evaluation_periods
  alarm_actions       = [aws_autoscaling_policy.scale_up[0].arn]

  dynamic "metric_query" {
    for_each = []
    content {}
  }
}

resource "aws_cloudwatch_metric_alarm" "cpu_low" {
  count = local.scales ? 1 : 0

  alarm_name          = "${module.this.id}${module.this.delimiter}cpu${module.this.delimiter}utilization${module.this.delimiter}low"
  namespace           = "AWS/EC2"
  metric_name         = "CPUUtilization"
  dimensions          = { AutoScalingGroupName = aws_autoscaling_group.default[0].name }
  comparison_operator = "LessThanOrEqualToThreshold"
  threshold           = var.cpu_utilization_low_threshold_percent
  statistic           = var.cpu_utilization_low_statistic
  period              = var.cpu_utilization_low_period_seconds
  evaluation_periods  = var.cpu_utilization_low_evaluation_periods
  alarm_actions       = [aws_autoscaling_policy.scale_down[0].arn]

  dynamic "metric_query" {
    for_each = []
    content {}
  }
}

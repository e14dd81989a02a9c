locals {
  usual_alarms = {
    cpu_high = {
      alarm_name                = "${module.this.id}${module.this.delimiter}cpu${module.this.delimiter}utilization${module.this.delimiter}high"
      comparison_operator       = "GreaterThanOrEqualToThreshold"
      evaluation_periods        = var.cpu_utilization_high_evaluation_periods
      metric_name               = "CPUUtilization"
      namespace                 = "AWS/EC2"
      period                    = var.cpu_utilization_high_period_seconds
      statistic                 = var.cpu_utilization_high_statistic
      threshold                 = var.cpu_utilization_high_threshold_percent
      dimensions_name           = "AutoScalingGroupName"
      dimensions_target         = aws_autoscaling_group.default[0].name
      alarm_actions             = [aws_autoscaling_policy.scale_up[0].arn]
      ok_actions                = []
      insufficient_data_actions = []
    }
    cpu_low = {
      alarm_name                = "${module.this.id}${module.this.delimiter}cpu${module.this.delimiter}utilization${module.this.delimiter}low"
      comparison_operator       = "LessThanOrEqualToThreshold"
      evaluation_periods        = var.cpu_utilization_low_evaluation_periods
      metric_name               = "CPUUtilization"
      namespace                 = "AWS/EC2"
      period                    = var.cpu_utilization_low_period_seconds
      statistic                 = var.cpu_utilization_low_statistic
      threshold                 = var.cpu_utilization_low_threshold_percent
      dimensions_name           = "AutoScalingGroupName"
      dimensions_target         = aws_autoscaling_group.default[0].name
      alarm_actions             = [aws_autoscaling_policy.scale_down[0].arn]
      ok_actions                = []
      insufficient_data_actions = []
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "all_alarms" {
  for_each = module.this.enabled ? merge(var.autoscaling_policies_enabled && var.default_alarms_enabled ? local.usual_alarms : {}, var.custom_alarms) : {}

  alarm_name                = "${module.this.id}${module.this.delimiter}${each.value.alarm_name}"
  namespace                 = each.value.namespace
  metric_name               = each.value.metric_name
  dimensions                = { (each.value.dimensions_name) = each.value.dimensions_target }
  comparison_operator       = each.value.comparison_operator
  threshold                 = each.value.threshold
  statistic                 = each.value.statistic
  period                    = each.value.period
  evaluation_periods        = each.value.evaluation_periods
  alarm_actions             = each.value.alarm_actions
  ok_actions                = each.value.ok_actions
  insufficient_data_actions = each.value.insufficient_data_actions

  dynamic "metric_query" {
    for_each = []
    content {}
  }
}

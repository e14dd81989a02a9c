variable "actions" {
  type = map(string)
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each            = var.actions
  alarm_name          = each.key
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  alarm_actions       = [each.value]
}

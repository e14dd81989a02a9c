resource "aws_autoscaling_policy" "this" {
  for_each = { for key, policy in var.scaling_policies : key => policy if var.create_asg && var.create_scaling_policy }

  name                   = lookup(each.value, "name", each.key)
  autoscaling_group_name = aws_autoscaling_group.this[0].name
  enabled                = null
  policy_type            = lookup(each.value, "policy_type", null)
  adjustment_type        = lookup(each.value, "adjustment_type", null)
  scaling_adjustment     = null
  cooldown               = lookup(each.value, "cooldown", null)

  dynamic "step_adjustment" {
    for_each = lookup(each.value, "step_adjustment", null)[*]
    content {
      scaling_adjustment          = step_adjustment.value.scaling_adjustment
      metric_interval_lower_bound = lookup(step_adjustment.value, "metric_interval_lower_bound", null)
      metric_interval_upper_bound = lookup(step_adjustment.value, "metric_interval_upper_bound", null)
    }
  }

  dynamic "target_tracking_configuration" {
    for_each = lookup(each.value, "target_tracking_configuration", null)[*]
    content {
      target_value     = target_tracking_configuration.value.target_value
      disable_scale_in = lookup(target_tracking_configuration.value, "disable_scale_in", null)
      dynamic "predefined_metric_specification" {
        for_each = lookup(target_tracking_configuration.value, "predefined_metric_specification", null)[*]
        content {
          predefined_metric_type = predefined_metric_specification.value.predefined_metric_type
        }
      }
      dynamic "customized_metric_specification" {
        for_each = lookup(target_tracking_configuration.value, "customized_metric_specification", null)[*]
        content {
          namespace   = lookup(customized_metric_specification.value, "namespace", null)
          metric_name = lookup(customized_metric_specification.value, "metric_name", null)
          statistic   = lookup(customized_metric_specification.value, "statistic", null)
          unit        = lookup(customized_metric_specification.value, "unit", null)
          dynamic "metric_dimension" {
            for_each = lookup(customized_metric_specification.value, "metric_dimension", null)[*]
            content {
              name  = lookup(metric_dimension.value, "name", null)
              value = lookup(metric_dimension.value, "value", null)
            }
          }
        }
      }
    }
  }
}

resource "aws_autoscaling_schedule" "this" {
  for_each = var.create_asg && var.create_schedule ? var.schedules : {}

  scheduled_action_name  = each.key
  autoscaling_group_name = aws_autoscaling_group.this[0].name
  min_size               = lookup(each.value, "min_size", null)
  max_size               = lookup(each.value, "max_size", null)
  desired_capacity       = lookup(each.value, "desired_capacity", null)
  recurrence             = lookup(each.value, "recurrence", null)
  start_time             = lookup(each.value, "start_time", null)
  end_time               = lookup(each.value, "end_time", null)
  time_zone              = lookup(each.value, "time_zone", null)
}

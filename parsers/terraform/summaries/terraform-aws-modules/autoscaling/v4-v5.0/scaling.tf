resource "aws_autoscaling_policy" "this" {
  for_each = { for key, policy in var.scaling_policies : key => policy if var.create_asg && var.create_scaling_policy }

  name                   = try(each.value.name, each.key)
  autoscaling_group_name = aws_autoscaling_group.this[0].name
  enabled                = null
  policy_type            = try(each.value.policy_type, null)
  adjustment_type        = try(each.value.adjustment_type, null)
  scaling_adjustment     = null
  cooldown               = try(each.value.cooldown, null)

  dynamic "step_adjustment" {
    for_each = try(each.value.step_adjustment, null)[*]
    content {
      scaling_adjustment          = step_adjustment.value.scaling_adjustment
      metric_interval_lower_bound = try(step_adjustment.value.metric_interval_lower_bound, null)
      metric_interval_upper_bound = try(step_adjustment.value.metric_interval_upper_bound, null)
    }
  }

  dynamic "target_tracking_configuration" {
    for_each = try(each.value.target_tracking_configuration, null)[*]
    content {
      target_value     = target_tracking_configuration.value.target_value
      disable_scale_in = try(target_tracking_configuration.value.disable_scale_in, null)
      dynamic "predefined_metric_specification" {
        for_each = try(target_tracking_configuration.value.predefined_metric_specification, null)[*]
        content {
          predefined_metric_type = predefined_metric_specification.value.predefined_metric_type
        }
      }
      dynamic "customized_metric_specification" {
        for_each = try(target_tracking_configuration.value.customized_metric_specification, null)[*]
        content {
          namespace   = try(customized_metric_specification.value.namespace, null)
          metric_name = try(customized_metric_specification.value.metric_name, null)
          statistic   = try(customized_metric_specification.value.statistic, null)
          unit        = try(customized_metric_specification.value.unit, null)
          dynamic "metric_dimension" {
            for_each = try(customized_metric_specification.value.metric_dimension, null)[*]
            content {
              name  = try(metric_dimension.value.name, null)
              value = try(metric_dimension.value.value, null)
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
  min_size               = try(each.value.min_size, null)
  max_size               = try(each.value.max_size, null)
  desired_capacity       = try(each.value.desired_capacity, null)
  recurrence             = try(each.value.recurrence, null)
  start_time             = try(each.value.start_time, null)
  end_time               = try(each.value.end_time, null)
  time_zone              = try(each.value.time_zone, null)
}

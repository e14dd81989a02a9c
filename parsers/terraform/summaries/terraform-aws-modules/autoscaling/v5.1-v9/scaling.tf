resource "aws_autoscaling_policy" "this" {
  for_each = local.create ? local.scaling_policies : {}

  name                   = coalesce(try(each.value.name, null), each.key)
  autoscaling_group_name = var.ignore_desired_capacity_changes ? aws_autoscaling_group.idc[0].name : aws_autoscaling_group.this[0].name
  enabled                = try(each.value.enabled, null)
  policy_type            = try(each.value.policy_type, null)
  adjustment_type        = try(each.value.adjustment_type, null)
  scaling_adjustment     = try(each.value.scaling_adjustment, null)
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
          resource_label         = try(predefined_metric_specification.value.resource_label, null)
        }
      }
      dynamic "customized_metric_specification" {
        for_each = try(target_tracking_configuration.value.customized_metric_specification, null)[*]
        content {
          namespace   = try(customized_metric_specification.value.namespace, null)
          metric_name = try(customized_metric_specification.value.metric_name, null)
          statistic   = try(customized_metric_specification.value.statistic, null)
          unit        = try(customized_metric_specification.value.unit, null)
          period      = try(customized_metric_specification.value.period, null)
          dynamic "metric_dimension" {
            for_each = try(customized_metric_specification.value.metric_dimension, null)[*]
            content {
              name  = try(metric_dimension.value.name, null)
              value = try(metric_dimension.value.value, null)
            }
          }
          dynamic "metrics" {
            for_each = try(customized_metric_specification.value.metrics, null)[*]
            content {
              id          = metrics.value.id
              expression  = try(metrics.value.expression, null)
              label       = try(metrics.value.label, null)
              return_data = try(metrics.value.return_data, null)
              dynamic "metric_stat" {
                for_each = try(metrics.value.metric_stat, null)[*]
                content {
                  stat   = metric_stat.value.stat
                  unit   = try(metric_stat.value.unit, null)
                  period = try(metric_stat.value.period, null)
                  dynamic "metric" {
                    for_each = try(metric_stat.value.metric, null)[*]
                    content {
                      namespace   = metric.value.namespace
                      metric_name = metric.value.metric_name
                      dynamic "dimensions" {
                        for_each = try(metric.value.dimensions, null)[*]
                        content {
                          name  = dimensions.value.name
                          value = dimensions.value.value
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

resource "aws_autoscaling_schedule" "this" {
  for_each = local.create ? local.schedules : {}

  scheduled_action_name  = each.key
  autoscaling_group_name = var.ignore_desired_capacity_changes ? aws_autoscaling_group.idc[0].name : aws_autoscaling_group.this[0].name
  min_size               = try(each.value.min_size, null)
  max_size               = try(each.value.max_size, null)
  desired_capacity       = try(each.value.desired_capacity, null)
  recurrence             = try(each.value.recurrence, null)
  start_time             = try(each.value.start_time, null)
  end_time               = try(each.value.end_time, null)
  time_zone              = try(each.value.time_zone, null)
}

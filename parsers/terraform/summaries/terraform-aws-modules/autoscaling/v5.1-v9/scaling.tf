resource "aws_autoscaling_policy" "this" {
  for_each = local.create ? local.scaling_policies : {}

  name                   = coalesce(lookup(each.value, "name", null), each.key)
  autoscaling_group_name = var.ignore_desired_capacity_changes ? aws_autoscaling_group.idc[0].name : aws_autoscaling_group.this[0].name
  enabled                = lookup(each.value, "enabled", null)
  policy_type            = lookup(each.value, "policy_type", null)
  adjustment_type        = lookup(each.value, "adjustment_type", null)
  scaling_adjustment     = lookup(each.value, "scaling_adjustment", null)
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
          resource_label         = lookup(predefined_metric_specification.value, "resource_label", null)
        }
      }
      dynamic "customized_metric_specification" {
        for_each = lookup(target_tracking_configuration.value, "customized_metric_specification", null)[*]
        content {
          namespace   = lookup(customized_metric_specification.value, "namespace", null)
          metric_name = lookup(customized_metric_specification.value, "metric_name", null)
          statistic   = lookup(customized_metric_specification.value, "statistic", null)
          unit        = lookup(customized_metric_specification.value, "unit", null)
          period      = lookup(customized_metric_specification.value, "period", null)
          dynamic "metric_dimension" {
            for_each = lookup(customized_metric_specification.value, "metric_dimension", null)[*]
            content {
              name  = lookup(metric_dimension.value, "name", null)
              value = lookup(metric_dimension.value, "value", null)
            }
          }
          dynamic "metrics" {
            for_each = lookup(customized_metric_specification.value, "metrics", null)[*]
            content {
              id          = metrics.value.id
              expression  = lookup(metrics.value, "expression", null)
              label       = lookup(metrics.value, "label", null)
              return_data = lookup(metrics.value, "return_data", null)
              dynamic "metric_stat" {
                for_each = lookup(metrics.value, "metric_stat", null)[*]
                content {
                  stat   = metric_stat.value.stat
                  unit   = lookup(metric_stat.value, "unit", null)
                  period = lookup(metric_stat.value, "period", null)
                  dynamic "metric" {
                    for_each = lookup(metric_stat.value, "metric", null)[*]
                    content {
                      namespace   = metric.value.namespace
                      metric_name = metric.value.metric_name
                      dynamic "dimensions" {
                        for_each = lookup(metric.value, "dimensions", null)[*]
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
  min_size               = lookup(each.value, "min_size", null)
  max_size               = lookup(each.value, "max_size", null)
  desired_capacity       = lookup(each.value, "desired_capacity", null)
  recurrence             = lookup(each.value, "recurrence", null)
  start_time             = lookup(each.value, "start_time", null)
  end_time               = lookup(each.value, "end_time", null)
  time_zone              = lookup(each.value, "time_zone", null)
}

locals {
  create = var.create && var.putin_khuylo

  launch_template_version = var.create_launch_template && var.launch_template_version == null ? aws_launch_template.this[0].latest_version : var.launch_template_version

  own_tags = merge(var.tags, { Name = coalesce(var.instance_name, var.name) }, var.autoscaling_group_tags)
}

resource "aws_autoscaling_group" "this" {
  count = local.create && !var.ignore_desired_capacity_changes ? 1 : 0

  name        = var.use_name_prefix ? null : var.name
  name_prefix = var.use_name_prefix ? "${var.name}-" : null

  vpc_zone_identifier = var.vpc_zone_identifier
  availability_zones  = local.availability_zones
  placement_group     = var.placement_group

  min_size              = var.min_size
  max_size              = var.max_size
  desired_capacity      = var.desired_capacity
  desired_capacity_type = var.desired_capacity_type

  health_check_type         = var.health_check_type
  health_check_grace_period = var.health_check_grace_period
  max_instance_lifetime     = var.max_instance_lifetime
  capacity_rebalance        = var.capacity_rebalance
  protect_from_scale_in     = var.protect_from_scale_in
  suspended_processes       = var.suspended_processes

  load_balancers    = local.load_balancers
  target_group_arns = local.target_group_arns
  dynamic "traffic_source" {
    for_each = []
    content {}
  }

  launch_configuration = null
  dynamic "launch_template" {
    for_each = var.use_mixed_instances_policy ? [] : [1]
    content {
      id      = local.launch_template_id
      name    = local.launch_template
      version = local.launch_template_version
    }
  }
  dynamic "mixed_instances_policy" {
    for_each = var.use_mixed_instances_policy ? [var.mixed_instances_policy] : []
    content {
      dynamic "instances_distribution" {
        for_each = lookup(mixed_instances_policy.value, "instances_distribution", null)[*]
        content {
          on_demand_allocation_strategy            = lookup(instances_distribution.value, "on_demand_allocation_strategy", null)
          on_demand_base_capacity                  = lookup(instances_distribution.value, "on_demand_base_capacity", null)
          on_demand_percentage_above_base_capacity = lookup(instances_distribution.value, "on_demand_percentage_above_base_capacity", null)
          spot_allocation_strategy                 = lookup(instances_distribution.value, "spot_allocation_strategy", null)
          spot_instance_pools                      = lookup(instances_distribution.value, "spot_instance_pools", null)
          spot_max_price                           = lookup(instances_distribution.value, "spot_max_price", null)
        }
      }
      launch_template {
        launch_template_specification {
          launch_template_id   = local.launch_template_id
          launch_template_name = local.launch_template
          version              = local.launch_template_version
        }
        dynamic "override" {
          for_each = local.overrides[*]
          content {
            instance_type     = lookup(override.value, "instance_type", null)
            weighted_capacity = lookup(override.value, "weighted_capacity", null)
            dynamic "launch_template_specification" {
              for_each = lookup(override.value, "launch_template_specification", null)[*]
              content {
                launch_template_id   = lookup(launch_template_specification.value, "launch_template_id", null)
                launch_template_name = lookup(launch_template_specification.value, "launch_template_name", null)
                version              = lookup(launch_template_specification.value, "version", null)
              }
            }
            dynamic "instance_requirements" {
              for_each = lookup(override.value, "instance_requirements", null)[*]
              content {
                accelerator_manufacturers                               = lookup(instance_requirements.value, "accelerator_manufacturers", null)
                accelerator_names                                       = lookup(instance_requirements.value, "accelerator_names", null)
                accelerator_types                                       = lookup(instance_requirements.value, "accelerator_types", null)
                allowed_instance_types                                  = lookup(instance_requirements.value, "allowed_instance_types", null)
                bare_metal                                              = lookup(instance_requirements.value, "bare_metal", null)
                burstable_performance                                   = lookup(instance_requirements.value, "burstable_performance", null)
                cpu_manufacturers                                       = lookup(instance_requirements.value, "cpu_manufacturers", null)
                excluded_instance_types                                 = lookup(instance_requirements.value, "excluded_instance_types", null)
                instance_generations                                    = lookup(instance_requirements.value, "instance_generations", null)
                local_storage                                           = lookup(instance_requirements.value, "local_storage", null)
                local_storage_types                                     = lookup(instance_requirements.value, "local_storage_types", null)
                max_spot_price_as_percentage_of_optimal_on_demand_price = lookup(instance_requirements.value, "max_spot_price_as_percentage_of_optimal_on_demand_price", null)
                on_demand_max_price_percentage_over_lowest_price        = lookup(instance_requirements.value, "on_demand_max_price_percentage_over_lowest_price", null)
                require_hibernate_support                               = lookup(instance_requirements.value, "require_hibernate_support", null)
                spot_max_price_percentage_over_lowest_price             = lookup(instance_requirements.value, "spot_max_price_percentage_over_lowest_price", null)
                dynamic "accelerator_count" {
                  for_each = lookup(instance_requirements.value, "accelerator_count", null)[*]
                  content {
                    min = lookup(accelerator_count.value, "min", null)
                    max = lookup(accelerator_count.value, "max", null)
                  }
                }
                dynamic "accelerator_total_memory_mib" {
                  for_each = lookup(instance_requirements.value, "accelerator_total_memory_mib", null)[*]
                  content {
                    min = lookup(accelerator_total_memory_mib.value, "min", null)
                    max = lookup(accelerator_total_memory_mib.value, "max", null)
                  }
                }
                dynamic "baseline_ebs_bandwidth_mbps" {
                  for_each = lookup(instance_requirements.value, "baseline_ebs_bandwidth_mbps", null)[*]
                  content {
                    min = lookup(baseline_ebs_bandwidth_mbps.value, "min", null)
                    max = lookup(baseline_ebs_bandwidth_mbps.value, "max", null)
                  }
                }
                dynamic "memory_gib_per_vcpu" {
                  for_each = lookup(instance_requirements.value, "memory_gib_per_vcpu", null)[*]
                  content {
                    min = lookup(memory_gib_per_vcpu.value, "min", null)
                    max = lookup(memory_gib_per_vcpu.value, "max", null)
                  }
                }
                dynamic "memory_mib" {
                  for_each = lookup(instance_requirements.value, "memory_mib", null)[*]
                  content {
                    min = lookup(memory_mib.value, "min", null)
                    max = lookup(memory_mib.value, "max", null)
                  }
                }
                dynamic "network_bandwidth_gbps" {
                  for_each = lookup(instance_requirements.value, "network_bandwidth_gbps", null)[*]
                  content {
                    min = lookup(network_bandwidth_gbps.value, "min", null)
                    max = lookup(network_bandwidth_gbps.value, "max", null)
                  }
                }
                dynamic "network_interface_count" {
                  for_each = lookup(instance_requirements.value, "network_interface_count", null)[*]
                  content {
                    min = lookup(network_interface_count.value, "min", null)
                    max = lookup(network_interface_count.value, "max", null)
                  }
                }
                dynamic "total_local_storage_gb" {
                  for_each = lookup(instance_requirements.value, "total_local_storage_gb", null)[*]
                  content {
                    min = lookup(total_local_storage_gb.value, "min", null)
                    max = lookup(total_local_storage_gb.value, "max", null)
                  }
                }
                dynamic "vcpu_count" {
                  for_each = lookup(instance_requirements.value, "vcpu_count", null)[*]
                  content {
                    min = lookup(vcpu_count.value, "min", null)
                    max = lookup(vcpu_count.value, "max", null)
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  dynamic "instance_refresh" {
    for_each = try(length(var.instance_refresh) > 0, false) ? [var.instance_refresh] : []
    content {
      strategy = instance_refresh.value.strategy
      triggers = lookup(instance_refresh.value, "triggers", null)
      dynamic "preferences" {
        for_each = lookup(instance_refresh.value, "preferences", null)[*]
        content {
          auto_rollback                = lookup(preferences.value, "auto_rollback", null)
          checkpoint_delay             = lookup(preferences.value, "checkpoint_delay", null)
          checkpoint_percentages       = lookup(preferences.value, "checkpoint_percentages", null)
          instance_warmup              = lookup(preferences.value, "instance_warmup", null)
          max_healthy_percentage       = lookup(preferences.value, "max_healthy_percentage", null)
          min_healthy_percentage       = lookup(preferences.value, "min_healthy_percentage", null)
          scale_in_protected_instances = lookup(preferences.value, "scale_in_protected_instances", null)
          skip_matching                = lookup(preferences.value, "skip_matching", null)
          standby_instances            = lookup(preferences.value, "standby_instances", null)
          dynamic "alarm_specification" {
            for_each = lookup(preferences.value, "alarm_specification", null)[*]
            content {
              alarms = alarm_specification.value.alarms
            }
          }
        }
      }
    }
  }
  dynamic "instance_maintenance_policy" {
    for_each = try(length(var.instance_maintenance_policy) > 0, false) ? [var.instance_maintenance_policy] : []
    content {
      min_healthy_percentage = instance_maintenance_policy.value.min_healthy_percentage
      max_healthy_percentage = instance_maintenance_policy.value.max_healthy_percentage
    }
  }
  dynamic "initial_lifecycle_hook" {
    for_each = var.initial_lifecycle_hooks[*]
    content {
      name                    = initial_lifecycle_hook.value.name
      lifecycle_transition    = initial_lifecycle_hook.value.lifecycle_transition
      default_result          = lookup(initial_lifecycle_hook.value, "default_result", null)
      heartbeat_timeout       = lookup(initial_lifecycle_hook.value, "heartbeat_timeout", null)
      notification_metadata   = lookup(initial_lifecycle_hook.value, "notification_metadata", null)
      notification_target_arn = lookup(initial_lifecycle_hook.value, "notification_target_arn", null)
      role_arn                = lookup(initial_lifecycle_hook.value, "role_arn", null)
    }
  }
  dynamic "warm_pool" {
    for_each = try(length(var.warm_pool) > 0, false) ? [var.warm_pool] : []
    content {
      pool_state                  = lookup(warm_pool.value, "pool_state", null)
      min_size                    = lookup(warm_pool.value, "min_size", null)
      max_group_prepared_capacity = lookup(warm_pool.value, "max_group_prepared_capacity", null)
      dynamic "instance_reuse_policy" {
        for_each = lookup(warm_pool.value, "instance_reuse_policy", null)[*]
        content {
          reuse_on_scale_in = lookup(instance_reuse_policy.value, "reuse_on_scale_in", null)
        }
      }
    }
  }

  dynamic "tag" {
    for_each = local.group_tags
    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = contains(local.unpropagated, tag.key) ? false : true
    }
  }
}

# The same group once more, for those whose size is not Terraform's.
resource "aws_autoscaling_group" "idc" {
  count = local.create && var.ignore_desired_capacity_changes ? 1 : 0

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
        for_each = try(mixed_instances_policy.value.instances_distribution, null)[*]
        content {
          on_demand_allocation_strategy            = try(instances_distribution.value.on_demand_allocation_strategy, null)
          on_demand_base_capacity                  = try(instances_distribution.value.on_demand_base_capacity, null)
          on_demand_percentage_above_base_capacity = try(instances_distribution.value.on_demand_percentage_above_base_capacity, null)
          spot_allocation_strategy                 = try(instances_distribution.value.spot_allocation_strategy, null)
          spot_instance_pools                      = try(instances_distribution.value.spot_instance_pools, null)
          spot_max_price                           = try(instances_distribution.value.spot_max_price, null)
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
            instance_type     = try(override.value.instance_type, null)
            weighted_capacity = try(override.value.weighted_capacity, null)
            dynamic "launch_template_specification" {
              for_each = try(override.value.launch_template_specification, null)[*]
              content {
                launch_template_id   = try(launch_template_specification.value.launch_template_id, null)
                launch_template_name = try(launch_template_specification.value.launch_template_name, null)
                version              = try(launch_template_specification.value.version, null)
              }
            }
            dynamic "instance_requirements" {
              for_each = try(override.value.instance_requirements, null)[*]
              content {
                accelerator_manufacturers                               = try(instance_requirements.value.accelerator_manufacturers, null)
                accelerator_names                                       = try(instance_requirements.value.accelerator_names, null)
                accelerator_types                                       = try(instance_requirements.value.accelerator_types, null)
                allowed_instance_types                                  = try(instance_requirements.value.allowed_instance_types, null)
                bare_metal                                              = try(instance_requirements.value.bare_metal, null)
                burstable_performance                                   = try(instance_requirements.value.burstable_performance, null)
                cpu_manufacturers                                       = try(instance_requirements.value.cpu_manufacturers, null)
                excluded_instance_types                                 = try(instance_requirements.value.excluded_instance_types, null)
                instance_generations                                    = try(instance_requirements.value.instance_generations, null)
                local_storage                                           = try(instance_requirements.value.local_storage, null)
                local_storage_types                                     = try(instance_requirements.value.local_storage_types, null)
                max_spot_price_as_percentage_of_optimal_on_demand_price = try(instance_requirements.value.max_spot_price_as_percentage_of_optimal_on_demand_price, null)
                on_demand_max_price_percentage_over_lowest_price        = try(instance_requirements.value.on_demand_max_price_percentage_over_lowest_price, null)
                require_hibernate_support                               = try(instance_requirements.value.require_hibernate_support, null)
                spot_max_price_percentage_over_lowest_price             = try(instance_requirements.value.spot_max_price_percentage_over_lowest_price, null)
                dynamic "accelerator_count" {
                  for_each = try(instance_requirements.value.accelerator_count, null)[*]
                  content {
                    min = try(accelerator_count.value.min, null)
                    max = try(accelerator_count.value.max, null)
                  }
                }
                dynamic "accelerator_total_memory_mib" {
                  for_each = try(instance_requirements.value.accelerator_total_memory_mib, null)[*]
                  content {
                    min = try(accelerator_total_memory_mib.value.min, null)
                    max = try(accelerator_total_memory_mib.value.max, null)
                  }
                }
                dynamic "baseline_ebs_bandwidth_mbps" {
                  for_each = try(instance_requirements.value.baseline_ebs_bandwidth_mbps, null)[*]
                  content {
                    min = try(baseline_ebs_bandwidth_mbps.value.min, null)
                    max = try(baseline_ebs_bandwidth_mbps.value.max, null)
                  }
                }
                dynamic "memory_gib_per_vcpu" {
                  for_each = try(instance_requirements.value.memory_gib_per_vcpu, null)[*]
                  content {
                    min = try(memory_gib_per_vcpu.value.min, null)
                    max = try(memory_gib_per_vcpu.value.max, null)
                  }
                }
                dynamic "memory_mib" {
                  for_each = try(instance_requirements.value.memory_mib, null)[*]
                  content {
                    min = try(memory_mib.value.min, null)
                    max = try(memory_mib.value.max, null)
                  }
                }
                dynamic "network_bandwidth_gbps" {
                  for_each = try(instance_requirements.value.network_bandwidth_gbps, null)[*]
                  content {
                    min = try(network_bandwidth_gbps.value.min, null)
                    max = try(network_bandwidth_gbps.value.max, null)
                  }
                }
                dynamic "network_interface_count" {
                  for_each = try(instance_requirements.value.network_interface_count, null)[*]
                  content {
                    min = try(network_interface_count.value.min, null)
                    max = try(network_interface_count.value.max, null)
                  }
                }
                dynamic "total_local_storage_gb" {
                  for_each = try(instance_requirements.value.total_local_storage_gb, null)[*]
                  content {
                    min = try(total_local_storage_gb.value.min, null)
                    max = try(total_local_storage_gb.value.max, null)
                  }
                }
                dynamic "vcpu_count" {
                  for_each = try(instance_requirements.value.vcpu_count, null)[*]
                  content {
                    min = try(vcpu_count.value.min, null)
                    max = try(vcpu_count.value.max, null)
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
      triggers = try(instance_refresh.value.triggers, null)
      dynamic "preferences" {
        for_each = try(instance_refresh.value.preferences, null)[*]
        content {
          auto_rollback                = try(preferences.value.auto_rollback, null)
          checkpoint_delay             = try(preferences.value.checkpoint_delay, null)
          checkpoint_percentages       = try(preferences.value.checkpoint_percentages, null)
          instance_warmup              = try(preferences.value.instance_warmup, null)
          max_healthy_percentage       = try(preferences.value.max_healthy_percentage, null)
          min_healthy_percentage       = try(preferences.value.min_healthy_percentage, null)
          scale_in_protected_instances = try(preferences.value.scale_in_protected_instances, null)
          skip_matching                = try(preferences.value.skip_matching, null)
          standby_instances            = try(preferences.value.standby_instances, null)
          dynamic "alarm_specification" {
            for_each = try(preferences.value.alarm_specification, null)[*]
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
      default_result          = try(initial_lifecycle_hook.value.default_result, null)
      heartbeat_timeout       = try(initial_lifecycle_hook.value.heartbeat_timeout, null)
      notification_metadata   = try(initial_lifecycle_hook.value.notification_metadata, null)
      notification_target_arn = try(initial_lifecycle_hook.value.notification_target_arn, null)
      role_arn                = try(initial_lifecycle_hook.value.role_arn, null)
    }
  }
  dynamic "warm_pool" {
    for_each = try(length(var.warm_pool) > 0, false) ? [var.warm_pool] : []
    content {
      pool_state                  = try(warm_pool.value.pool_state, null)
      min_size                    = try(warm_pool.value.min_size, null)
      max_group_prepared_capacity = try(warm_pool.value.max_group_prepared_capacity, null)
      dynamic "instance_reuse_policy" {
        for_each = try(warm_pool.value.instance_reuse_policy, null)[*]
        content {
          reuse_on_scale_in = try(instance_reuse_policy.value.reuse_on_scale_in, null)
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

  lifecycle {
    ignore_changes = [desired_capacity]
  }
}

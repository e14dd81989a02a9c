locals {
  create_role = var.create && var.create_iam_instance_profile
  role_name   = coalesce(var.iam_role_name, "${var.name}-node-group")
  given_role  = null

  launch_template = coalesce(var.launch_template_name, "${var.name}-node-group")
}

resource "aws_autoscaling_group" "this" {
  count = local.create_group ? 1 : 0

  name        = var.use_name_prefix ? null : var.name
  name_prefix = var.use_name_prefix ? "${var.name}-" : null

  vpc_zone_identifier = local.subnets
  availability_zones  = var.availability_zones
  placement_group     = var.placement_group

  min_size              = var.min_size
  max_size              = var.max_size
  desired_capacity      = var.desired_size
  desired_capacity_type = local.desired_size_type

  health_check_type         = var.health_check_type
  health_check_grace_period = var.health_check_grace_period
  max_instance_lifetime     = var.max_instance_lifetime
  capacity_rebalance        = var.capacity_rebalance
  protect_from_scale_in     = var.protect_from_scale_in
  suspended_processes       = var.suspended_processes

  load_balancers    = null
  target_group_arns = local.target_groups
  dynamic "traffic_source" {
    for_each = []
    content {}
  }

  launch_configuration = null
  dynamic "launch_template" {
    for_each = var.use_mixed_instances_policy ? [] : [1]
    content {
      id      = local.launch_template_id
      name    = local.launch_template_name
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
          launch_template_name = local.launch_template_name
          version              = local.launch_template_version
        }
        dynamic "override" {
          for_each = local.overrides
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
    for_each = try(length({ for name, value in var.instance_refresh : name => value if value != null }) > 0, false) ? [var.instance_refresh] : []
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
              alarms = try(alarm_specification.value.alarms, null)
            }
          }
        }
      }
    }
  }
  dynamic "instance_maintenance_policy" {
    for_each = local.maintenance_policies
    content {
      min_healthy_percentage = instance_maintenance_policy.value.min_healthy_percentage
      max_healthy_percentage = instance_maintenance_policy.value.max_healthy_percentage
    }
  }
  dynamic "initial_lifecycle_hook" {
    for_each = var.initial_lifecycle_hooks != null ? var.initial_lifecycle_hooks : []
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
    for_each = local.warm_pools
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

  # What the cluster is called is often not known. That the group has its tags is, and tells whose capacity it is.
  tag {
    key                 = "kubernetes.io/cluster/${var.cluster_name}"
    value               = "owned"
    propagate_at_launch = true
  }
  tag {
    key                 = "k8s.io/cluster/${var.cluster_name}"
    value               = "owned"
    propagate_at_launch = true
  }
  dynamic "tag" {
    for_each = merge({ "Name" = var.name }, var.tags)
    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }
  dynamic "tag" {
    for_each = var.autoscaling_group_tags
    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = false
    }
  }

  # The number of nodes is left to a cluster autoscaler.
  lifecycle {
    ignore_changes = [desired_capacity]
  }
}

resource "aws_launch_template" "this" {
  count = var.create && var.create_launch_template ? 1 : 0

  name        = var.launch_template_use_name_prefix ? null : local.launch_template
  name_prefix = var.launch_template_use_name_prefix ? "${local.launch_template}-" : null

  image_id               = local.image
  instance_type          = local.instance_type
  key_name               = var.key_name
  default_version        = var.launch_template_default_version
  update_default_version = var.update_launch_template_default_version
  security_group_names   = null
  vpc_security_group_ids = length(local.network_interfaces) > 0 ? [] : local.security_groups

  iam_instance_profile {
    arn = var.create_iam_instance_profile ? aws_iam_instance_profile.this[0].arn : var.iam_instance_profile_arn
  }

  dynamic "network_interfaces" {
    for_each = local.network_interfaces
    content {
      associate_carrier_ip_address = try(network_interfaces.value.associate_carrier_ip_address, null)
      associate_public_ip_address  = try(network_interfaces.value.associate_public_ip_address, null)
      delete_on_termination        = try(network_interfaces.value.delete_on_termination, null)
      description                  = try(network_interfaces.value.description, null)
      device_index                 = try(network_interfaces.value.device_index, null)
      interface_type               = try(network_interfaces.value.interface_type, null)
      ipv4_address_count           = try(network_interfaces.value.ipv4_address_count, null)
      ipv4_addresses               = try(network_interfaces.value.ipv4_addresses, [])
      ipv4_prefix_count            = try(network_interfaces.value.ipv4_prefix_count, null)
      ipv4_prefixes                = try(network_interfaces.value.ipv4_prefixes, null)
      ipv6_address_count           = try(network_interfaces.value.ipv6_address_count, null)
      ipv6_addresses               = try(network_interfaces.value.ipv6_addresses, [])
      ipv6_prefix_count            = try(network_interfaces.value.ipv6_prefix_count, null)
      ipv6_prefixes                = try(network_interfaces.value.ipv6_prefixes, [])
      network_card_index           = try(network_interfaces.value.network_card_index, null)
      network_interface_id         = try(network_interfaces.value.network_interface_id, null)
      primary_ipv6                 = try(network_interfaces.value.primary_ipv6, null)
      private_ip_address           = try(network_interfaces.value.private_ip_address, null)
      security_groups              = compact(concat(try(network_interfaces.value.security_groups, []), local.security_groups))
      subnet_id                    = local.interfaces_in_subnets ? try(network_interfaces.value.subnet_id, null) : null
      dynamic "connection_tracking_specification" {
        for_each = try(network_interfaces.value.connection_tracking_specification, null)[*]
        content {
          tcp_established_timeout = connection_tracking_specification.value.tcp_established_timeout
          udp_stream_timeout      = connection_tracking_specification.value.udp_stream_timeout
          udp_timeout             = connection_tracking_specification.value.udp_timeout
        }
      }
      dynamic "ena_srd_specification" {
        for_each = try(network_interfaces.value.ena_srd_specification, null)[*]
        content {
          ena_srd_enabled = ena_srd_specification.value.ena_srd_enabled
          dynamic "ena_srd_udp_specification" {
            for_each = ena_srd_specification.value.ena_srd_udp_specification[*]
            content {
              ena_srd_udp_enabled = ena_srd_udp_specification.value.ena_srd_udp_enabled
            }
          }
        }
      }
    }
  }

  dynamic "placement" {
    for_each = local.placements
    content {
      affinity                = try(placement.value.affinity, null)
      availability_zone       = try(placement.value.availability_zone, null)
      group_name              = try(placement.value.group_name, null)
      host_id                 = try(placement.value.host_id, null)
      host_resource_group_arn = try(placement.value.host_resource_group_arn, null)
      partition_number        = try(placement.value.partition_number, null)
      spread_domain           = try(placement.value.spread_domain, null)
      tenancy                 = try(placement.value.tenancy, null)
    }
  }

  dynamic "instance_market_options" {
    for_each = try(length(var.instance_market_options) > 0, false) ? [var.instance_market_options] : []
    content {
      market_type = try(instance_market_options.value.market_type, null)
      dynamic "spot_options" {
        for_each = try(instance_market_options.value.spot_options, null)[*]
        content {
          block_duration_minutes         = try(spot_options.value.block_duration_minutes, null)
          instance_interruption_behavior = try(spot_options.value.instance_interruption_behavior, null)
          max_price                      = try(spot_options.value.max_price, null)
          spot_instance_type             = try(spot_options.value.spot_instance_type, null)
          valid_until                    = try(spot_options.value.valid_until, null)
        }
      }
    }
  }

  dynamic "capacity_reservation_specification" {
    for_each = try(length(var.capacity_reservation_specification) > 0, false) ? [var.capacity_reservation_specification] : []
    content {
      capacity_reservation_preference = try(capacity_reservation_specification.value.capacity_reservation_preference, null)
      dynamic "capacity_reservation_target" {
        for_each = try(capacity_reservation_specification.value.capacity_reservation_target, null)[*]
        content {
          capacity_reservation_id                 = try(capacity_reservation_target.value.capacity_reservation_id, null)
          capacity_reservation_resource_group_arn = try(capacity_reservation_target.value.capacity_reservation_resource_group_arn, null)
        }
      }
    }
  }

  dynamic "tag_specifications" {
    for_each = toset(var.tag_specifications)
    content {
      resource_type = tag_specifications.key
      tags          = merge(var.tags, { Name = var.name }, var.launch_template_tags)
    }
  }
}

resource "aws_iam_instance_profile" "this" {
  count = local.create_role ? 1 : 0

  role        = aws_iam_role.this[0].name
  name        = var.iam_role_use_name_prefix ? null : local.role_name
  name_prefix = var.iam_role_use_name_prefix ? "${local.role_name}-" : null
  path        = var.iam_role_path
  tags        = merge(var.tags, var.iam_role_tags)
  roles       = null
}

output "launch_template_id" {
  value = try(aws_launch_template.this[0].id, local.nothing)
}

output "launch_template_name" {
  value = try(aws_launch_template.this[0].name, local.nothing)
}

output "autoscaling_group_arn" {
  value = try(aws_autoscaling_group.this[0].arn, local.nothing)
}

output "autoscaling_group_id" {
  value = try(aws_autoscaling_group.this[0].id, local.nothing)
}

output "autoscaling_group_name" {
  value = try(aws_autoscaling_group.this[0].name, local.nothing)
}

output "autoscaling_group_min_size" {
  value = try(aws_autoscaling_group.this[0].min_size, local.nothing)
}

output "autoscaling_group_max_size" {
  value = try(aws_autoscaling_group.this[0].max_size, local.nothing)
}

output "autoscaling_group_vpc_zone_identifier" {
  value = try(aws_autoscaling_group.this[0].vpc_zone_identifier, local.nothing)
}

output "iam_instance_profile_arn" {
  value = try(aws_iam_instance_profile.this[0].arn, var.iam_instance_profile_arn)
}

output "iam_instance_profile_id" {
  value = try(aws_iam_instance_profile.this[0].id, local.nothing)
}

output "launch_template_arn" {
  value = try(aws_launch_template.this[0].arn, local.nothing)
}

output "launch_template_latest_version" {
  value = try(aws_launch_template.this[0].latest_version, local.nothing)
}

output "autoscaling_group_desired_capacity" {
  value = try(aws_autoscaling_group.this[0].desired_capacity, local.nothing)
}

output "autoscaling_group_default_cooldown" {
  value = try(aws_autoscaling_group.this[0].default_cooldown, local.nothing)
}

output "autoscaling_group_health_check_grace_period" {
  value = try(aws_autoscaling_group.this[0].health_check_grace_period, local.nothing)
}

output "autoscaling_group_health_check_type" {
  value = try(aws_autoscaling_group.this[0].health_check_type, local.nothing)
}

output "autoscaling_group_availability_zones" {
  value = try(aws_autoscaling_group.this[0].availability_zones, local.nothing)
}

output "iam_instance_profile_unique" {
  value = try(aws_iam_instance_profile.this[0].unique_id, local.nothing)
}

output "image_id" {
  value = try(aws_launch_template.this[0].image_id, local.nothing)
}

# What it is made of is left out here: it starts the node.
output "user_data" {
  value = try(aws_launch_template.this[0].user_data, local.nothing)
}

locals {
  template_id      = aws_launch_template.default[0].id
  template_version = var.launch_template_version != "" ? var.launch_template_version : aws_launch_template.default[0].latest_version
}

# The zones of an interface that exists.
data "aws_subnet" "this" {
  for_each = { for i, subnet in var.subnet_ids : i => subnet }

  id = each.value
}

resource "aws_autoscaling_group" "default" {
  count = module.this.enabled ? 1 : 0

  name        = null
  name_prefix = "${module.this.id}${module.this.delimiter}"

  vpc_zone_identifier = var.network_interface_id == null ? var.subnet_ids : null
  availability_zones  = var.network_interface_id != null ? [for subnet in data.aws_subnet.this : subnet.availability_zone] : null
  placement_group     = var.placement_group

  min_size              = var.min_size
  max_size              = var.max_size
  desired_capacity      = var.desired_capacity
  desired_capacity_type = null

  health_check_type         = var.health_check_type
  health_check_grace_period = var.health_check_grace_period
  max_instance_lifetime     = var.max_instance_lifetime
  capacity_rebalance        = var.capacity_rebalance
  protect_from_scale_in     = var.protect_from_scale_in
  suspended_processes       = var.suspended_processes

  load_balancers    = var.load_balancers
  target_group_arns = var.target_group_arns
  dynamic "traffic_source" {
    for_each = []
    content {}
  }

  launch_configuration = null
  dynamic "launch_template" {
    for_each = length(var.mixed_instances_policy[*]) == 0 ? [1] : []
    content {
      id      = local.template_id
      version = local.template_version
    }
  }
  dynamic "mixed_instances_policy" {
    for_each = var.mixed_instances_policy[*]
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
          launch_template_id = local.template_id
          version            = local.template_version
        }
        dynamic "override" {
          for_each = lookup(mixed_instances_policy.value, "override", null)[*]
          content {
            instance_type     = lookup(override.value, "instance_type", null)
            weighted_capacity = lookup(override.value, "weighted_capacity", null)
          }
        }
      }
    }
  }

  dynamic "instance_refresh" {
    for_each = var.instance_refresh[*]
    content {
      strategy = instance_refresh.value.strategy
      triggers = lookup(instance_refresh.value, "triggers", null)
      dynamic "preferences" {
        for_each = lookup(instance_refresh.value, "preferences", null)[*]
        content {
          auto_rollback                = lookup(preferences.value, "auto_rollback", null)
          instance_warmup              = lookup(preferences.value, "instance_warmup", null)
          max_healthy_percentage       = lookup(preferences.value, "max_healthy_percentage", null)
          min_healthy_percentage       = lookup(preferences.value, "min_healthy_percentage", null)
          scale_in_protected_instances = lookup(preferences.value, "scale_in_protected_instances", null)
          skip_matching                = lookup(preferences.value, "skip_matching", null)
          standby_instances            = lookup(preferences.value, "standby_instances", null)
        }
      }
    }
  }
  dynamic "instance_maintenance_policy" {
    for_each = []
    content {}
  }
  dynamic "initial_lifecycle_hook" {
    for_each = []
    content {}
  }
  dynamic "warm_pool" {
    for_each = var.warm_pool[*]
    content {
      pool_state                  = lookup(warm_pool.value, "pool_state", null)
      min_size                    = lookup(warm_pool.value, "min_size", null)
      max_group_prepared_capacity = lookup(warm_pool.value, "max_group_prepared_capacity", null)
      dynamic "instance_reuse_policy" {
        for_each = var.instance_reuse_policy[*]
        content {
          reuse_on_scale_in = instance_reuse_policy.value.reuse_on_scale_in
        }
      }
    }
  }
}

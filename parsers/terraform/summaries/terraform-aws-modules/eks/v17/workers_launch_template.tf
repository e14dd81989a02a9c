resource "aws_autoscaling_group" "workers_launch_template" {
  count = var.create_eks ? length(var.worker_groups_launch_template) : 0

  name        = null
  name_prefix = join("-", compact([local.cluster_name, lookup(var.worker_groups_launch_template[count.index], "name", count.index)]))

  vpc_zone_identifier = lookup(var.worker_groups_launch_template[count.index], "subnets", local.defaults.subnets)
  availability_zones  = null
  placement_group     = lookup(var.worker_groups_launch_template[count.index], "placement_group", local.defaults.placement_group)

  min_size              = lookup(var.worker_groups_launch_template[count.index], "asg_min_size", local.defaults.asg_min_size)
  max_size              = lookup(var.worker_groups_launch_template[count.index], "asg_max_size", local.defaults.asg_max_size)
  desired_capacity      = lookup(var.worker_groups_launch_template[count.index], "asg_desired_capacity", local.defaults.asg_desired_capacity)
  desired_capacity_type = null

  health_check_type         = lookup(var.worker_groups_launch_template[count.index], "health_check_type", local.defaults.health_check_type)
  health_check_grace_period = lookup(var.worker_groups_launch_template[count.index], "health_check_grace_period", local.defaults.health_check_grace_period)
  max_instance_lifetime     = lookup(var.worker_groups_launch_template[count.index], "max_instance_lifetime", local.defaults.max_instance_lifetime)
  capacity_rebalance        = lookup(var.worker_groups_launch_template[count.index], "capacity_rebalance", local.defaults.capacity_rebalance)
  protect_from_scale_in     = lookup(var.worker_groups_launch_template[count.index], "protect_from_scale_in", local.defaults.protect_from_scale_in)
  suspended_processes       = lookup(var.worker_groups_launch_template[count.index], "suspended_processes", local.defaults.suspended_processes)

  load_balancers    = lookup(var.worker_groups_launch_template[count.index], "load_balancers", local.defaults.load_balancers)
  target_group_arns = lookup(var.worker_groups_launch_template[count.index], "target_group_arns", local.defaults.target_group_arns)
  dynamic "traffic_source" {
    for_each = []
    content {}
  }

  launch_configuration = null
  dynamic "launch_template" {
    for_each = (lookup(var.worker_groups_launch_template[count.index], "override_instance_types", null) != null) || (lookup(var.worker_groups_launch_template[count.index], "on_demand_allocation_strategy", local.defaults.on_demand_allocation_strategy) != null) ? [] : [1]
    content {
      id      = aws_launch_template.workers_launch_template[count.index].id
      version = lookup(var.worker_groups_launch_template[count.index], "launch_template_version", local.defaults.launch_template_version == "$Latest" ? aws_launch_template.workers_launch_template[count.index].latest_version : aws_launch_template.workers_launch_template[count.index].default_version)
    }
  }
  dynamic "mixed_instances_policy" {
    for_each = (lookup(var.worker_groups_launch_template[count.index], "override_instance_types", null) != null) || (lookup(var.worker_groups_launch_template[count.index], "on_demand_allocation_strategy", local.defaults.on_demand_allocation_strategy) != null) ? [var.worker_groups_launch_template[count.index]] : []
    iterator = group
    content {
      instances_distribution {
        on_demand_allocation_strategy            = lookup(group.value, "on_demand_allocation_strategy", "prioritized")
        on_demand_base_capacity                  = lookup(group.value, "on_demand_base_capacity", local.defaults.on_demand_base_capacity)
        on_demand_percentage_above_base_capacity = lookup(group.value, "on_demand_percentage_above_base_capacity", local.defaults.on_demand_percentage_above_base_capacity)
        spot_allocation_strategy                 = lookup(group.value, "spot_allocation_strategy", local.defaults.spot_allocation_strategy)
        spot_instance_pools                      = lookup(group.value, "spot_instance_pools", local.defaults.spot_instance_pools)
        spot_max_price                           = lookup(group.value, "spot_max_price", local.defaults.spot_max_price)
      }
      launch_template {
        launch_template_specification {
          launch_template_id = aws_launch_template.workers_launch_template[count.index].id
          version            = lookup(var.worker_groups_launch_template[count.index], "launch_template_version", local.defaults.launch_template_version == "$Latest" ? aws_launch_template.workers_launch_template[count.index].latest_version : aws_launch_template.workers_launch_template[count.index].default_version)
        }
        dynamic "override" {
          for_each = lookup(group.value, "override_instance_types", local.defaults.override_instance_types)
          content {
            instance_type = override.value
          }
        }
      }
    }
  }

  dynamic "instance_refresh" {
    for_each = lookup(var.worker_groups_launch_template[count.index], "instance_refresh_enabled", local.defaults.instance_refresh_enabled) ? [1] : []
    content {
      strategy = lookup(var.worker_groups_launch_template[count.index], "instance_refresh_strategy", local.defaults.instance_refresh_strategy)
      triggers = lookup(var.worker_groups_launch_template[count.index], "instance_refresh_triggers", local.defaults.instance_refresh_triggers)
      preferences {
        instance_warmup        = lookup(var.worker_groups_launch_template[count.index], "instance_refresh_instance_warmup", local.defaults.instance_refresh_instance_warmup)
        min_healthy_percentage = lookup(var.worker_groups_launch_template[count.index], "instance_refresh_min_healthy_percentage", local.defaults.instance_refresh_min_healthy_percentage)
      }
    }
  }
  dynamic "instance_maintenance_policy" {
    for_each = []
    content {}
  }
  dynamic "initial_lifecycle_hook" {
    for_each = var.worker_create_initial_lifecycle_hooks ? lookup(var.worker_groups_launch_template[count.index], "asg_initial_lifecycle_hooks", local.defaults.asg_initial_lifecycle_hooks) : []
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
    for_each = lookup(var.worker_groups_launch_template[count.index], "warm_pool", null)[*]
    content {
      pool_state                  = lookup(warm_pool.value, "pool_state", null)
      min_size                    = lookup(warm_pool.value, "min_size", null)
      max_group_prepared_capacity = lookup(warm_pool.value, "max_group_prepared_capacity", null)
    }
  }

  dynamic "tag" {
    for_each = concat(
      [
        { key = "Name", value = "${local.cluster_name}-${lookup(var.worker_groups_launch_template[count.index], "name", count.index)}-eks_asg", propagate_at_launch = true },
        { key = "kubernetes.io/cluster/${local.cluster_name}", value = "owned", propagate_at_launch = true },
      ],
      [for key, value in var.tags : { key = key, value = value, propagate_at_launch = "true" }
      if key != "Name" && !contains([for tag in lookup(var.worker_groups_launch_template[count.index], "tags", local.defaults.tags) : tag.key], key)],
      lookup(var.worker_groups_launch_template[count.index], "tags", local.defaults.tags),
    )
    content {
      key                 = tag.value.key
      value               = tag.value.value
      propagate_at_launch = tag.value.propagate_at_launch
    }
  }

  # The number of nodes is left to a cluster autoscaler.
  lifecycle {
    ignore_changes = [desired_capacity]
  }
}

resource "aws_launch_template" "workers_launch_template" {
  count = var.create_eks ? length(var.worker_groups_launch_template) : 0

  name                   = null
  name_prefix            = "${local.cluster_name}-${lookup(var.worker_groups_launch_template[count.index], "name", count.index)}"
  tags                   = var.tags
  image_id               = lookup(var.worker_groups_launch_template[count.index], "ami_id", lookup(var.worker_groups_launch_template[count.index], "platform", local.defaults.platform) == "windows" ? local.windows_image : local.linux_image)
  instance_type          = lookup(var.worker_groups_launch_template[count.index], "instance_type", local.defaults.instance_type)
  key_name               = lookup(var.worker_groups_launch_template[count.index], "key_name", local.defaults.key_name)
  update_default_version = lookup(var.worker_groups_launch_template[count.index], "update_default_version", local.defaults.update_default_version)
  security_group_names   = null
  vpc_security_group_ids = null

  network_interfaces {
    associate_public_ip_address = lookup(var.worker_groups_launch_template[count.index], "public_ip", local.defaults.public_ip)
    delete_on_termination       = lookup(var.worker_groups_launch_template[count.index], "eni_delete", local.defaults.eni_delete)
    interface_type              = lookup(var.worker_groups_launch_template[count.index], "interface_type", local.defaults.interface_type)
    security_groups             = flatten([local.worker_security_group_id, var.worker_additional_security_group_ids, lookup(var.worker_groups_launch_template[count.index], "additional_security_group_ids", local.defaults.additional_security_group_ids)])
  }
  iam_instance_profile {
    name = coalescelist(
      aws_iam_instance_profile.workers_launch_template[*].name,
      data.aws_iam_instance_profile.custom_worker_group_launch_template_iam_instance_profile[*].name,
    )[count.index]
  }
  dynamic "placement" {
    for_each = lookup(var.worker_groups_launch_template[count.index], "launch_template_placement_group", local.defaults.launch_template_placement_group)[*]
    content {
      group_name = placement.value
      tenancy    = lookup(var.worker_groups_launch_template[count.index], "launch_template_placement_tenancy", local.defaults.launch_template_placement_tenancy)
    }
  }
  dynamic "instance_market_options" {
    for_each = lookup(var.worker_groups_launch_template[count.index], "market_type", null)[*]
    content {
      market_type = instance_market_options.value
    }
  }
}

data "aws_iam_instance_profile" "custom_worker_group_launch_template_iam_instance_profile" {
  count = var.manage_worker_iam_resources ? 0 : length(var.worker_groups_launch_template)
}

locals {
  launch_configuration = var.create_lc ? element(concat(aws_launch_configuration.this[*].name, [""]), 0) : var.launch_configuration

  group_name   = coalesce(var.asg_name, var.name)
  group_prefix = "${join("-", compact([local.group_name, var.recreate_asg_when_lc_changes ? element(concat(random_pet.asg_name[*].id, [""]), 0) : ""]))}-"

  tags = concat(
    [{ key = "Name", value = var.name, propagate_at_launch = true }],
    var.tags,
    null_resource.tags_as_list_of_maps[*].triggers,
  )
}

resource "null_resource" "tags_as_list_of_maps" {
  count = length(var.tags_as_map)

  triggers = {
    key                 = keys(var.tags_as_map)[count.index]
    value               = values(var.tags_as_map)[count.index]
    propagate_at_launch = "true"
  }
}

resource "random_pet" "asg_name" {
  count = var.recreate_asg_when_lc_changes ? 1 : 0
}

resource "aws_autoscaling_group" "this" {
  count = var.create_asg && !var.create_asg_with_initial_lifecycle_hook ? 1 : 0

  name        = null
  name_prefix = local.group_prefix

  vpc_zone_identifier = var.vpc_zone_identifier
  availability_zones  = null
  placement_group     = var.placement_group

  min_size         = var.min_size
  max_size         = var.max_size
  desired_capacity = var.desired_capacity

  health_check_type         = var.health_check_type
  health_check_grace_period = var.health_check_grace_period
  max_instance_lifetime     = local.max_instance_lifetime
  capacity_rebalance        = null
  protect_from_scale_in     = var.protect_from_scale_in
  suspended_processes       = var.suspended_processes

  load_balancers    = var.load_balancers
  target_group_arns = var.target_group_arns
  dynamic "traffic_source" {
    for_each = []
    content {}
  }

  launch_configuration = local.launch_configuration
  dynamic "launch_template" {
    for_each = []
    content {}
  }
  dynamic "mixed_instances_policy" {
    for_each = []
    content {}
  }

  dynamic "instance_refresh" {
    for_each = []
    content {}
  }
  dynamic "instance_maintenance_policy" {
    for_each = []
    content {}
  }
  dynamic "warm_pool" {
    for_each = []
    content {}
  }
  dynamic "initial_lifecycle_hook" {
    for_each = []
    content {}
  }
}

resource "aws_autoscaling_group" "this_with_initial_lifecycle_hook" {
  count = var.create_asg && var.create_asg_with_initial_lifecycle_hook ? 1 : 0

  name        = null
  name_prefix = local.group_prefix

  vpc_zone_identifier = var.vpc_zone_identifier
  availability_zones  = null
  placement_group     = var.placement_group

  min_size         = var.min_size
  max_size         = var.max_size
  desired_capacity = var.desired_capacity

  health_check_type         = var.health_check_type
  health_check_grace_period = var.health_check_grace_period
  max_instance_lifetime     = null
  capacity_rebalance        = null
  protect_from_scale_in     = var.protect_from_scale_in
  suspended_processes       = var.suspended_processes

  load_balancers    = var.load_balancers
  target_group_arns = var.target_group_arns
  dynamic "traffic_source" {
    for_each = []
    content {}
  }

  launch_configuration = local.launch_configuration
  dynamic "launch_template" {
    for_each = []
    content {}
  }
  dynamic "mixed_instances_policy" {
    for_each = []
    content {}
  }

  dynamic "instance_refresh" {
    for_each = []
    content {}
  }
  dynamic "instance_maintenance_policy" {
    for_each = []
    content {}
  }
  dynamic "warm_pool" {
    for_each = []
    content {}
  }
  initial_lifecycle_hook {
    name                    = var.initial_lifecycle_hook_name
    lifecycle_transition    = var.initial_lifecycle_hook_lifecycle_transition
    default_result          = var.initial_lifecycle_hook_default_result
    heartbeat_timeout       = var.initial_lifecycle_hook_heartbeat_timeout
    notification_metadata   = var.initial_lifecycle_hook_notification_metadata
    notification_target_arn = var.initial_lifecycle_hook_notification_target_arn
    role_arn                = var.initial_lifecycle_hook_role_arn
  }
}

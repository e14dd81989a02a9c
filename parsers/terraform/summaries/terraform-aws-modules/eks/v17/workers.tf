locals {
  defaults = merge({
    tags                                     = []
    ami_id                                   = ""
    ami_id_windows                           = ""
    asg_desired_capacity                     = "1"
    asg_max_size                             = "3"
    asg_min_size                             = "1"
    asg_initial_lifecycle_hooks              = []
    health_check_type                        = null
    health_check_grace_period                = null
    instance_type                            = "m4.large"
    spot_price                               = ""
    placement_tenancy                        = ""
    key_name                                 = ""
    public_ip                                = false
    subnets                                  = var.subnets
    additional_security_group_ids            = []
    protect_from_scale_in                    = false
    suspended_processes                      = ["AZRebalance"]
    target_group_arns                        = null
    load_balancers                           = null
    placement_group                          = null
    platform                                 = var.default_platform
    launch_template_id                       = null
    launch_template_version                  = "$Latest"
    update_default_version                   = false
    launch_template_placement_tenancy        = "default"
    launch_template_placement_group          = null
    eni_delete                               = true
    interface_type                           = null
    override_instance_types                  = ["m5.large", "m5a.large", "m5d.large", "m5ad.large"]
    on_demand_allocation_strategy            = null
    on_demand_base_capacity                  = "0"
    on_demand_percentage_above_base_capacity = "0"
    spot_allocation_strategy                 = "lowest-price"
    spot_instance_pools                      = 10
    spot_max_price                           = ""
    max_instance_lifetime                    = 0
    instance_refresh_enabled                 = false
    instance_refresh_strategy                = "Rolling"
    instance_refresh_min_healthy_percentage  = 90
    instance_refresh_instance_warmup         = null
    instance_refresh_triggers                = []
    capacity_rebalance                       = false
  }, var.workers_group_defaults)

  platforms     = [for group in concat(var.worker_groups, var.worker_groups_launch_template) : try(group.platform, var.workers_group_defaults["platform"], var.default_platform)]
  linux_image   = local.defaults.ami_id != "" ? local.defaults.ami_id : concat(data.aws_ami.eks_worker[*].id, [""])[0]
  windows_image = local.defaults.ami_id_windows != "" ? local.defaults.ami_id_windows : concat(data.aws_ami.eks_worker_windows[*].id, [""])[0]
}

data "aws_ami" "eks_worker" {
  count = contains(local.platforms, "linux") ? 1 : 0
}

data "aws_ami" "eks_worker_windows" {
  count = contains(local.platforms, "windows") ? 1 : 0
}

resource "aws_autoscaling_group" "workers" {
  count = var.create_eks ? length(var.worker_groups) : 0

  name        = null
  name_prefix = join("-", compact([local.cluster_name, lookup(var.worker_groups[count.index], "name", count.index)]))

  vpc_zone_identifier = lookup(var.worker_groups[count.index], "subnets", local.defaults.subnets)
  availability_zones  = null
  placement_group     = lookup(var.worker_groups[count.index], "placement_group", local.defaults.placement_group)

  min_size              = lookup(var.worker_groups[count.index], "asg_min_size", local.defaults.asg_min_size)
  max_size              = lookup(var.worker_groups[count.index], "asg_max_size", local.defaults.asg_max_size)
  desired_capacity      = lookup(var.worker_groups[count.index], "asg_desired_capacity", local.defaults.asg_desired_capacity)
  desired_capacity_type = null

  health_check_type         = lookup(var.worker_groups[count.index], "health_check_type", local.defaults.health_check_type)
  health_check_grace_period = lookup(var.worker_groups[count.index], "health_check_grace_period", local.defaults.health_check_grace_period)
  max_instance_lifetime     = lookup(var.worker_groups[count.index], "max_instance_lifetime", local.defaults.max_instance_lifetime)
  capacity_rebalance        = lookup(var.worker_groups[count.index], "capacity_rebalance", local.defaults.capacity_rebalance)
  protect_from_scale_in     = lookup(var.worker_groups[count.index], "protect_from_scale_in", local.defaults.protect_from_scale_in)
  suspended_processes       = lookup(var.worker_groups[count.index], "suspended_processes", local.defaults.suspended_processes)

  load_balancers    = lookup(var.worker_groups[count.index], "load_balancers", local.defaults.load_balancers)
  target_group_arns = lookup(var.worker_groups[count.index], "target_group_arns", local.defaults.target_group_arns)
  dynamic "traffic_source" {
    for_each = []
    content {}
  }

  launch_configuration = aws_launch_configuration.workers[count.index].id
  dynamic "launch_template" {
    for_each = []
    content {}
  }
  dynamic "mixed_instances_policy" {
    for_each = []
    content {}
  }

  dynamic "instance_refresh" {
    for_each = lookup(var.worker_groups[count.index], "instance_refresh_enabled", local.defaults.instance_refresh_enabled) ? [1] : []
    content {
      strategy = lookup(var.worker_groups[count.index], "instance_refresh_strategy", local.defaults.instance_refresh_strategy)
      triggers = lookup(var.worker_groups[count.index], "instance_refresh_triggers", local.defaults.instance_refresh_triggers)
      preferences {
        instance_warmup        = lookup(var.worker_groups[count.index], "instance_refresh_instance_warmup", local.defaults.instance_refresh_instance_warmup)
        min_healthy_percentage = lookup(var.worker_groups[count.index], "instance_refresh_min_healthy_percentage", local.defaults.instance_refresh_min_healthy_percentage)
      }
    }
  }
  dynamic "instance_maintenance_policy" {
    for_each = []
    content {}
  }
  dynamic "initial_lifecycle_hook" {
    for_each = var.worker_create_initial_lifecycle_hooks ? lookup(var.worker_groups[count.index], "asg_initial_lifecycle_hooks", local.defaults.asg_initial_lifecycle_hooks) : []
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
    for_each = lookup(var.worker_groups[count.index], "warm_pool", null)[*]
    content {
      pool_state                  = lookup(warm_pool.value, "pool_state", null)
      min_size                    = lookup(warm_pool.value, "min_size", null)
      max_group_prepared_capacity = lookup(warm_pool.value, "max_group_prepared_capacity", null)
    }
  }

  dynamic "tag" {
    for_each = concat(
      [
        { key = "Name", value = "${local.cluster_name}-${lookup(var.worker_groups[count.index], "name", count.index)}-eks_asg", propagate_at_launch = true },
        { key = "kubernetes.io/cluster/${local.cluster_name}", value = "owned", propagate_at_launch = true },
        { key = "k8s.io/cluster/${local.cluster_name}", value = "owned", propagate_at_launch = true },
      ],
      [for key, value in var.tags : { key = key, value = value, propagate_at_launch = "true" }
      if key != "Name" && !contains([for tag in lookup(var.worker_groups[count.index], "tags", local.defaults.tags) : tag.key], key)],
      lookup(var.worker_groups[count.index], "tags", local.defaults.tags),
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

resource "aws_launch_configuration" "workers" {
  count = var.create_eks ? length(var.worker_groups) : 0

  name_prefix                 = "${local.cluster_name}-${lookup(var.worker_groups[count.index], "name", count.index)}"
  image_id                    = lookup(var.worker_groups[count.index], "ami_id", lookup(var.worker_groups[count.index], "platform", local.defaults.platform) == "windows" ? local.windows_image : local.linux_image)
  instance_type               = lookup(var.worker_groups[count.index], "instance_type", local.defaults.instance_type)
  key_name                    = lookup(var.worker_groups[count.index], "key_name", local.defaults.key_name)
  associate_public_ip_address = lookup(var.worker_groups[count.index], "public_ip", local.defaults.public_ip)
  security_groups             = flatten([local.worker_security_group_id, var.worker_additional_security_group_ids, lookup(var.worker_groups[count.index], "additional_security_group_ids", local.defaults.additional_security_group_ids)])
  spot_price                  = lookup(var.worker_groups[count.index], "spot_price", local.defaults.spot_price)
  placement_tenancy           = lookup(var.worker_groups[count.index], "placement_tenancy", local.defaults.placement_tenancy)
  iam_instance_profile = coalescelist(
    aws_iam_instance_profile.workers[*].id,
    data.aws_iam_instance_profile.custom_worker_group_iam_instance_profile[*].name,
  )[count.index]
}

data "aws_iam_instance_profile" "custom_worker_group_iam_instance_profile" {
  count = var.manage_worker_iam_resources ? 0 : length(var.worker_groups)
}

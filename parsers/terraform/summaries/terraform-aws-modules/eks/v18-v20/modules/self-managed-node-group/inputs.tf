locals {
  target_groups         = var.target_group_arns
  warm_pools            = try(length(var.warm_pool) > 0, false) ? [var.warm_pool] : []
  overrides             = try(var.mixed_instances_policy.override, [])
  instance_type         = var.instance_type
  interfaces_in_subnets = true
}

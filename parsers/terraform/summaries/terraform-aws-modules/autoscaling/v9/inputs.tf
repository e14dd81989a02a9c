locals {
  # Security groups go to the interfaces where even an empty list of them is written.
  instance_groups = var.network_interfaces != null ? [] : var.security_groups

  overrides        = try(var.mixed_instances_policy.launch_template.override, null)
  scaling_policies = var.scaling_policies != null ? var.scaling_policies : {}
  schedules        = var.schedules != null ? var.schedules : {}
  unpropagated     = var.autoscaling_group_tags_not_propagate_at_launch
  no_addresses     = null
  no_prefixes      = null
}

locals {
  overrides        = try(var.mixed_instances_policy.launch_template.override, null)
  scaling_policies = try({ for key, policy in var.scaling_policies : key => policy }, {})
  schedules        = try({ for key, schedule in var.schedules : key => schedule }, {})
  unpropagated     = var.autoscaling_group_tags_not_propagate_at_launch
  no_addresses     = null
  no_prefixes      = null
}

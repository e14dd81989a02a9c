locals {
  overrides        = try(var.mixed_instances_policy.override, null)
  scaling_policies = { for key, policy in var.scaling_policies : key => policy if var.create_scaling_policy }
  schedules        = var.create_schedule ? var.schedules : {}
  unpropagated     = []
  no_addresses     = []
  no_prefixes      = []
}

locals {
  auto_mode = try(var.cluster_compute_config.enabled, false)
  compute_configs = [for config in length(var.cluster_compute_config) > 0 ? [var.cluster_compute_config] : [] : {
    enabled       = local.auto_mode
    node_pools    = local.auto_mode ? try(config.node_pools, []) : null
    node_role_arn = local.auto_mode && length(try(config.node_pools, [])) > 0 ? try(config.node_role_arn, aws_iam_role.eks_auto[0].arn, null) : null
  }]
  balances = local.auto_mode ? [local.auto_mode] : []

  auto_mode_role       = local.auto_mode
  pod_groups           = var.enable_security_groups_for_pods
  create_custom_policy = local.create_role && var.enable_auto_mode_custom_tags
}

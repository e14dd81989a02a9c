locals {
  name                       = var.name
  version                    = var.kubernetes_version
  additional_security_groups = var.additional_security_group_ids
  private_access             = var.endpoint_private_access
  public_access              = var.endpoint_public_access
  public_access_cidrs        = var.endpoint_public_access_cidrs
  ip_family                  = var.ip_family
  service_ipv4_cidr          = var.service_ipv4_cidr
  service_ipv6_cidr          = var.service_ipv6_cidr
  on_outposts                = var.outpost_config != null
  outposts                   = local.on_outposts ? [var.outpost_config] : []

  create_cluster_security_group   = local.create && var.create_security_group
  cluster_security_group_id       = local.create_cluster_security_group ? aws_security_group.cluster[0].id : var.security_group_id
  cluster_security_group_name     = coalesce(var.security_group_name, "${var.name}-cluster")
  cluster_security_group_prefixed = var.security_group_use_name_prefix
  cluster_security_group_tags     = var.security_group_tags
  additional_cluster_rules        = var.security_group_additional_rules

  efa_rules = {}

  compute_configs = [for config in var.compute_config[*] : {
    enabled       = config.enabled
    node_pools    = config.node_pools
    node_role_arn = config.node_pools != null ? try(aws_iam_role.eks_auto[0].arn, config.node_role_arn) : null
  }]
  balances  = var.compute_config[*].enabled
  auto_mode = try(var.compute_config.enabled, false) == true || var.create_auto_mode_iam_resources

  auto_mode_role = local.auto_mode
  pod_groups     = false

  encrypts                   = var.encryption_config != null && !local.on_outposts
  attach_encryption_policy   = var.attach_encryption_policy
  encryption_policy_prefixed = var.encryption_policy_use_name_prefix
  encryption_policy_name     = coalesce(var.encryption_policy_name, "${local.role_name}-ClusterEncryption")
}

resource "time_sleep" "this" {
  count = var.create ? 1 : 0

  triggers = {
    name               = aws_eks_cluster.this[0].id
    endpoint           = aws_eks_cluster.this[0].endpoint
    kubernetes_version = aws_eks_cluster.this[0].version
    service_cidr       = var.ip_family == "ipv6" ? try(local.kubernetes_network_config.service_ipv6_cidr, "") : try(local.kubernetes_network_config.service_ipv4_cidr, "")

    certificate_authority_data = aws_eks_cluster.this[0].certificate_authority[0].data
  }
}

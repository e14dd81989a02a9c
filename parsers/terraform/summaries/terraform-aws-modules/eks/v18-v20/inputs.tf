locals {
  name                       = var.cluster_name
  version                    = var.cluster_version
  additional_security_groups = var.cluster_additional_security_group_ids
  private_access             = var.cluster_endpoint_private_access
  public_access              = var.cluster_endpoint_public_access
  public_access_cidrs        = var.cluster_endpoint_public_access_cidrs
  ip_family                  = var.cluster_ip_family
  service_ipv4_cidr          = var.cluster_service_ipv4_cidr

  create_cluster_security_group   = local.create && var.create_cluster_security_group
  cluster_security_group_id       = local.create_cluster_security_group ? aws_security_group.cluster[0].id : var.cluster_security_group_id
  cluster_security_group_name     = coalesce(var.cluster_security_group_name, "${var.cluster_name}-cluster")
  cluster_security_group_prefixed = var.cluster_security_group_use_name_prefix
  cluster_security_group_tags     = var.cluster_security_group_tags
  additional_cluster_rules        = var.cluster_security_group_additional_rules

  attach_encryption_policy   = var.attach_cluster_encryption_policy
  encryption_policy_prefixed = var.cluster_encryption_policy_use_name_prefix
  encryption_policy_name     = coalesce(var.cluster_encryption_policy_name, "${local.role_name}-ClusterEncryption")
}

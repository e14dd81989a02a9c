locals {
  policies = merge(
    { for name in local.needed_policies : name => "${local.policy_prefix}/${name}" },
    { for key, arn in { AmazonEKS_CNI_Policy = "${local.policy_prefix}/AmazonEKS_CNI_Policy" } : key => arn if var.iam_role_attach_cni_policy && var.cluster_ip_family == "ipv4" },
    { for key, arn in { AmazonEKS_CNI_IPv6_Policy = local.ipv6_policy } : key => arn if var.iam_role_attach_cni_policy && var.cluster_ip_family == "ipv6" },
  )
}

locals {
  cni_policy = var.cluster_ip_family == "ipv6" ? local.ipv6_policy : "${local.policy_prefix}/AmazonEKS_CNI_Policy"

  # Each is its own key, and so is its address.
  policies = toset(compact(concat(
    [for name in local.needed_policies : "${local.policy_prefix}/${name}"],
    [var.iam_role_attach_cni_policy ? local.cni_policy : ""],
  )))
}

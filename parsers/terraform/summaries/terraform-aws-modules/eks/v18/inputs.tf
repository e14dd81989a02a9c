locals {
  cluster_tags      = merge(var.tags, var.cluster_tags)
  cluster           = aws_eks_cluster.this[0].name
  service_ipv6_cidr = null
  on_outposts       = false
  outposts          = []

  role_policies = toset(compact(distinct(concat([
    "${local.policy_prefix}/AmazonEKSClusterPolicy",
    "${local.policy_prefix}/AmazonEKSVPCResourceController",
  ], var.iam_role_additional_policies))))
}

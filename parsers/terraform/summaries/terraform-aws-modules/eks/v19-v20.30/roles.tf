locals {
  role_policies = {
    AmazonEKSClusterPolicy         = local.on_outposts ? "${local.policy_prefix}/AmazonEKSLocalOutpostClusterPolicy" : "${local.policy_prefix}/AmazonEKSClusterPolicy"
    AmazonEKSVPCResourceController = "${local.policy_prefix}/AmazonEKSVPCResourceController"
  }
}

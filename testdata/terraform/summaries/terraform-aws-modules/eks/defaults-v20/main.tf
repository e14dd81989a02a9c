provider "aws" {
  region = "eu-central-1"
}

data "aws_subnets" "private" {
  filter {
    name   = "vpc-id"
    values = ["vpc-0a"]
  }
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "20.24.0"

  for_each = toset(["blue", "green"])

  cluster_name           = each.key
  subnet_ids             = data.aws_subnets.private.ids
  vpc_id                 = "vpc-0a"
  cluster_compute_config = each.key == "blue" ? { enabled = true, node_pools = ["general-purpose"] } : {}
  iam_role_name          = "cluster-${each.key}"
  cluster_ip_family      = "ipv6"

  create_cni_ipv6_iam_policy                   = true
  node_security_group_enable_recommended_rules = each.key == "blue"

  eks_managed_node_groups = {
    (each.key) = {
      iam_role_name = "node-${each.key}"
    }
  }
}

resource "aws_sns_topic" "names" {
  name = module.eks["blue"].cluster_name
}

data "aws_partition" "current" {
  count = var.create && var.partition == "" ? 1 : 0
}

data "aws_caller_identity" "current" {
  count = var.create && var.account_id == "" ? 1 : 0
}

locals {
  partition     = try(data.aws_partition.current[0].partition, var.partition)
  policy_prefix = "arn:${local.partition}:iam::aws:policy"
  ipv6_policy   = "arn:${local.partition}:iam::${try(data.aws_caller_identity.current[0].account_id, var.account_id)}:policy/AmazonEKS_CNI_IPv6_Policy"
  create_policy = local.create_role && var.create_iam_role_policy && var.iam_role_policy_statements != null
  conditions    = "condition"
}

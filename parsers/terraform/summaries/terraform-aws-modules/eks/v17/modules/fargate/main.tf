locals {
  create = var.create_eks && length(var.fargate_profiles) > 0

  role_arn  = coalescelist(aws_iam_role.eks_fargate_pod[*].arn, data.aws_iam_role.custom_fargate_iam_role[*].arn, [""])[0]
  role_name = coalescelist(aws_iam_role.eks_fargate_pod[*].name, data.aws_iam_role.custom_fargate_iam_role[*].name, [""])[0]
}

data "aws_iam_role" "custom_fargate_iam_role" {
  count = local.create && !var.create_fargate_pod_execution_role ? 1 : 0

  name = var.fargate_pod_execution_role_name
}

resource "aws_eks_fargate_profile" "this" {
  for_each = { for name, profile in var.fargate_profiles : name => profile if var.create_eks }

  fargate_profile_name   = lookup(each.value, "name", format("%s-fargate-%s", var.cluster_name, replace(each.key, "_", "-")))
  cluster_name           = var.cluster_name
  pod_execution_role_arn = local.role_arn
  subnet_ids             = lookup(each.value, "subnets", var.subnets)
  tags                   = merge(var.tags, lookup(each.value, "tags", {}))

  dynamic "selector" {
    for_each = each.value.selectors
    content {
      namespace = selector.value["namespace"]
      labels    = lookup(selector.value, "labels", {})
    }
  }
}

resource "aws_iam_role" "eks_fargate_pod" {
  count = local.create && var.create_fargate_pod_execution_role ? 1 : 0

  name        = null
  name_prefix = format("%s-fargate", substr(var.cluster_name, 0, 24))
  path        = var.iam_path
  tags        = var.tags

  managed_policy_arns = null
  dynamic "inline_policy" {
    for_each = []
    content {}
  }
}

resource "aws_iam_role_policy_attachment" "eks_fargate_pod" {
  count = local.create && var.create_fargate_pod_execution_role ? 1 : 0

  role       = aws_iam_role.eks_fargate_pod[0].name
  policy_arn = "${local.policy_prefix}/AmazonEKSFargatePodExecutionRolePolicy"
  roles      = null
}

output "fargate_profile_ids" {
  value = [for profile in aws_eks_fargate_profile.this : profile.id]
}

output "fargate_profile_arns" {
  value = [for profile in aws_eks_fargate_profile.this : profile.arn]
}

output "iam_role_name" {
  value = local.role_name
}

output "iam_role_arn" {
  value = local.role_arn
}

locals {
  create_role = var.create && var.create_iam_role
  role_name   = coalesce(var.iam_role_name, var.name, "fargate-profile")
  given_role  = var.iam_role_arn
}

resource "aws_eks_fargate_profile" "this" {
  count = var.create ? 1 : 0

  fargate_profile_name   = var.name
  cluster_name           = var.cluster_name
  pod_execution_role_arn = var.create_iam_role ? aws_iam_role.this[0].arn : var.iam_role_arn
  subnet_ids             = var.subnet_ids
  tags                   = var.tags

  dynamic "selector" {
    for_each = var.selectors != null ? var.selectors : []
    content {
      namespace = selector.value.namespace
      labels    = lookup(selector.value, "labels", {})
    }
  }
}

output "fargate_profile_arn" {
  value = try(aws_eks_fargate_profile.this[0].arn, local.nothing)
}

output "fargate_profile_id" {
  value = try(aws_eks_fargate_profile.this[0].id, local.nothing)
}

output "fargate_profile_pod_execution_role_arn" {
  value = try(aws_eks_fargate_profile.this[0].pod_execution_role_arn, local.nothing)
}

output "fargate_profile_status" {
  value = try(aws_eks_fargate_profile.this[0].status, local.nothing)
}

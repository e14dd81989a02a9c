resource "aws_iam_role" "this" {
  count = local.create_role ? 1 : 0

  name        = var.iam_role_use_name_prefix ? null : local.role_name
  name_prefix = var.iam_role_use_name_prefix ? "${local.role_name}-" : null
  path        = var.iam_role_path
  tags        = merge(var.tags, var.iam_role_tags)

  managed_policy_arns = null
  dynamic "inline_policy" {
    for_each = []
    content {}
  }
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each = { for key, arn in local.policies : key => arn if local.create_role }

  role       = aws_iam_role.this[0].name
  policy_arn = each.value
  roles      = null
}

output "iam_role_name" {
  value = try(aws_iam_role.this[0].name, local.nothing)
}

output "iam_role_arn" {
  value = try(aws_iam_role.this[0].arn, local.given_role)
}

output "iam_role_unique_id" {
  value = try(aws_iam_role.this[0].unique_id, local.nothing)
}

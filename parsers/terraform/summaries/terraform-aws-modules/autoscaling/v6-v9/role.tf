data "aws_partition" "current" {}

locals {
  profile_arn  = var.create_iam_instance_profile ? aws_iam_instance_profile.this[0].arn : var.iam_instance_profile_arn
  profile_name = !var.create_iam_instance_profile && var.iam_instance_profile_arn == null ? var.iam_instance_profile_name : null

  role_name = try(coalesce(var.iam_instance_profile_name, var.iam_role_name), "")
}

data "aws_iam_policy_document" "assume_role_policy" {
  count = local.create && var.create_iam_instance_profile ? 1 : 0

  statement {
    sid     = "EC2AssumeRole"
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.${data.aws_partition.current.dns_suffix}"]
    }
  }
}

resource "aws_iam_role" "this" {
  count = local.create && var.create_iam_instance_profile ? 1 : 0

  name               = var.iam_role_use_name_prefix ? null : local.role_name
  name_prefix        = var.iam_role_use_name_prefix ? "${local.role_name}-" : null
  path               = var.iam_role_path
  assume_role_policy = data.aws_iam_policy_document.assume_role_policy[0].json
  tags               = merge(var.tags, var.iam_role_tags)

  managed_policy_arns = null
  dynamic "inline_policy" {
    for_each = []
    content {}
  }
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each = { for key, policy in var.iam_role_policies : key => policy if var.create && var.create_iam_instance_profile }

  role       = aws_iam_role.this[0].name
  policy_arn = each.value
  roles      = null
}

resource "aws_iam_instance_profile" "this" {
  count = local.create && var.create_iam_instance_profile ? 1 : 0

  role        = aws_iam_role.this[0].name
  name        = var.iam_role_use_name_prefix ? null : var.iam_role_name
  name_prefix = var.iam_role_use_name_prefix ? "${var.iam_role_name}-" : null
  path        = var.iam_role_path
  tags        = merge(var.tags, var.iam_role_tags)
  roles       = null
}

output "iam_role_name" {
  value = try(aws_iam_role.this[0].name, null)
}

output "iam_role_arn" {
  value = try(aws_iam_role.this[0].arn, null)
}

output "iam_instance_profile_arn" {
  value = try(aws_iam_instance_profile.this[0].arn, var.iam_instance_profile_arn)
}

output "iam_instance_profile_id" {
  value = try(aws_iam_instance_profile.this[0].id, null)
}

locals {
  create_flow_log   = var.create_vpc && var.enable_flow_log
  create_log_group  = local.create_flow_log && var.flow_log_destination_type != "s3" && var.create_flow_log_cloudwatch_log_group
  create_log_role   = local.create_flow_log && var.flow_log_destination_type != "s3" && var.create_flow_log_cloudwatch_iam_role
  flow_log_role_arn = local.create_log_role ? aws_iam_role.vpc_flow_log_cloudwatch[0].arn : var.flow_log_cloudwatch_iam_role_arn
  flow_log_target   = local.create_log_group ? aws_cloudwatch_log_group.flow_log[0].arn : var.flow_log_destination_arn
}

resource "aws_flow_log" "this" {
  count = local.create_flow_log ? 1 : 0

  vpc_id               = local.vpc_id
  traffic_type         = var.flow_log_traffic_type
  log_destination_type = var.flow_log_destination_type
  log_destination      = local.flow_log_target
  iam_role_arn         = local.flow_log_role_arn

  tags = merge(var.tags, var.vpc_flow_log_tags)
}

resource "aws_cloudwatch_log_group" "flow_log" {
  count = local.create_log_group ? 1 : 0

  tags = merge(var.tags, var.vpc_flow_log_tags)
}

# The role is for the service that writes flow logs and grants nothing to what runs in the VPC.

resource "aws_iam_role" "vpc_flow_log_cloudwatch" {
  count = local.create_log_role ? 1 : 0

  name = var.vpc_flow_log_iam_role_use_name_prefix ? null : var.vpc_flow_log_iam_role_name

  tags                = merge(var.tags, var.vpc_flow_log_tags)
  managed_policy_arns = null

  dynamic "inline_policy" {
    for_each = []
    content {}
  }
}

resource "aws_iam_role_policy_attachment" "vpc_flow_log_cloudwatch" {
  count = local.create_log_role ? 1 : 0

  role       = aws_iam_role.vpc_flow_log_cloudwatch[0].name
  policy_arn = aws_iam_policy.vpc_flow_log_cloudwatch[0].arn
  roles      = null
}

resource "aws_iam_policy" "vpc_flow_log_cloudwatch" {
  count = local.create_log_role ? 1 : 0
}

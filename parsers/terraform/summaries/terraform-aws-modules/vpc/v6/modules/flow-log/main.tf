variable "create" {
  type    = bool
  default = true
}

variable "name" {
  type    = string
  default = ""
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "vpc_id" {
  type    = string
  default = null
}

variable "subnet_id" {
  type    = string
  default = null
}

variable "eni_id" {
  type    = string
  default = null
}

variable "transit_gateway_id" {
  type    = string
  default = null
}

variable "transit_gateway_attachment_id" {
  type    = string
  default = null
}

variable "traffic_type" {
  type    = string
  default = "ALL"
}

variable "log_destination_type" {
  type    = string
  default = "cloud-watch-logs"
}

variable "log_destination" {
  type    = string
  default = null
}

variable "flow_log_tags" {
  type    = map(string)
  default = {}
}

variable "create_cloudwatch_log_group" {
  type    = bool
  default = true
}

variable "create_iam_role" {
  type    = bool
  default = true
}

variable "iam_role_arn" {
  type    = string
  default = null
}


locals {
  create_log_group = var.create && var.create_cloudwatch_log_group && var.log_destination_type == "cloud-watch-logs"
  create_role      = var.create && var.create_iam_role && var.log_destination_type != "s3"
}

resource "aws_flow_log" "this" {
  count = var.create ? 1 : 0

  vpc_id                        = var.vpc_id
  subnet_id                     = var.subnet_id
  eni_id                        = var.eni_id
  transit_gateway_id            = var.transit_gateway_id
  transit_gateway_attachment_id = var.transit_gateway_attachment_id
  traffic_type                  = var.traffic_type
  log_destination_type          = var.log_destination_type
  log_destination               = try(aws_cloudwatch_log_group.this[0].arn, var.log_destination)
  iam_role_arn                  = try(aws_iam_role.this[0].arn, var.iam_role_arn)

  tags = merge(var.tags, { for k, v in { Name = var.name } : k => v if v != "" }, var.flow_log_tags)
}

resource "aws_cloudwatch_log_group" "this" {
  count = local.create_log_group ? 1 : 0
}

# The role is for the service that writes flow logs and grants nothing to what runs in the VPC.

resource "aws_iam_role" "this" {
  count = local.create_role ? 1 : 0

  managed_policy_arns = null

  dynamic "inline_policy" {
    for_each = []
    content {}
  }
}

resource "aws_iam_policy" "this" {
  count = local.create_role ? 1 : 0
}

resource "aws_iam_role_policy_attachment" "this" {
  count = local.create_role ? 1 : 0

  role       = aws_iam_role.this[0].name
  policy_arn = aws_iam_policy.this[0].arn
  roles      = null
}

output "id" {
  value = try(aws_flow_log.this[0].id, null)
}

output "arn" {
  value = try(aws_flow_log.this[0].arn, null)
}

output "cloudwatch_log_group_name" {
  value = try(aws_cloudwatch_log_group.this[0].name, null)
}

output "cloudwatch_log_group_arn" {
  value = try(aws_cloudwatch_log_group.this[0].arn, null)
}

output "iam_role_arn" {
  value = try(aws_iam_role.this[0].arn, null)
}

output "iam_role_name" {
  value = try(aws_iam_role.this[0].name, null)
}

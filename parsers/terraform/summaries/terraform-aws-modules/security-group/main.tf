locals {
  create = var.create && var.putin_khuylo
  group  = var.create_sg ? concat(aws_security_group.this[*].id, aws_security_group.this_name_prefix[*].id, [""])[0] : var.security_group_id
  tags   = merge({ Name = var.name }, var.tags)
}

resource "aws_security_group" "this" {
  count  = local.create && var.create_sg && !var.use_name_prefix ? 1 : 0
  vpc_id = var.vpc_id
  name   = var.name
  tags   = local.tags

  # All rules are resources of their own.
  dynamic "ingress" {
    for_each = []
    content {}
  }
  dynamic "egress" {
    for_each = []
    content {}
  }
}

resource "aws_security_group" "this_name_prefix" {
  count       = local.create && var.create_sg && var.use_name_prefix ? 1 : 0
  vpc_id      = var.vpc_id
  name        = null
  name_prefix = "${var.name}-"
  tags        = local.tags

  dynamic "ingress" {
    for_each = []
    content {}
  }
  dynamic "egress" {
    for_each = []
    content {}
  }
}

locals {
  create          = var.create_cluster && var.putin_khuylo
  master_password = local.create && var.create_random_password ? random_password.master_password[0].result : var.master_password
}

resource "random_password" "master_password" {
  count = local.create && var.create_random_password ? 1 : 0
}

resource "aws_security_group_rule" "default_ingress" {
  count = local.create && var.create_security_group ? length(var.allowed_security_groups) : 0

  type                     = "ingress"
  from_port                = local.port
  to_port                  = local.port
  protocol                 = "tcp"
  source_security_group_id = element(var.allowed_security_groups, count.index)
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  security_group_id        = aws_security_group.this[0].id
}

resource "aws_security_group_rule" "cidr_ingress" {
  count = local.create && var.create_security_group && length(var.allowed_cidr_blocks) > 0 ? 1 : 0

  type                     = "ingress"
  from_port                = local.port
  to_port                  = local.port
  protocol                 = "tcp"
  cidr_blocks              = var.allowed_cidr_blocks
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  source_security_group_id = null
  security_group_id        = aws_security_group.this[0].id
}

resource "aws_security_group_rule" "egress" {
  for_each = local.create && var.create_security_group ? var.security_group_egress_rules : {}

  type                     = "egress"
  from_port                = try(each.value.from_port, local.port)
  to_port                  = try(each.value.to_port, local.port)
  protocol                 = "tcp"
  cidr_blocks              = try(each.value.cidr_blocks, null)
  ipv6_cidr_blocks         = try(each.value.ipv6_cidr_blocks, null)
  prefix_list_ids          = try(each.value.prefix_list_ids, null)
  source_security_group_id = try(each.value.source_security_group_id, null)
  self                     = null
  security_group_id        = aws_security_group.this[0].id
}

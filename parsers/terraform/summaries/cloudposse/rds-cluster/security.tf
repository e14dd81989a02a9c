resource "aws_security_group" "default" {
  count = local.enabled ? 1 : 0

  name        = module.this.id
  name_prefix = null
  vpc_id      = var.vpc_id
  tags        = module.this.tags

  dynamic "ingress" {
    for_each = []
    content {}
  }

  dynamic "egress" {
    for_each = []
    content {}
  }
}

resource "aws_security_group_rule" "ingress_security_groups" {
  count = local.enabled ? length(var.security_groups) : 0

  type                     = "ingress"
  from_port                = var.db_port
  to_port                  = var.db_port
  protocol                 = "tcp"
  source_security_group_id = var.security_groups[count.index]
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  security_group_id        = aws_security_group.default[0].id
}

resource "aws_security_group_rule" "traffic_inside_security_group" {
  count = local.enabled && var.intra_security_group_traffic_enabled ? 1 : 0

  type                     = "ingress"
  from_port                = var.db_port
  to_port                  = var.db_port
  protocol                 = "tcp"
  self                     = true
  source_security_group_id = null
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  security_group_id        = aws_security_group.default[0].id
}

resource "aws_security_group_rule" "ingress_cidr_blocks" {
  count = local.enabled && length(var.allowed_cidr_blocks) > 0 ? 1 : 0

  type                     = "ingress"
  from_port                = var.db_port
  to_port                  = var.db_port
  protocol                 = "tcp"
  cidr_blocks              = var.allowed_cidr_blocks
  source_security_group_id = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  security_group_id        = aws_security_group.default[0].id
}

resource "aws_security_group_rule" "ingress_ipv6_cidr_blocks" {
  count = local.enabled && length(var.allowed_ipv6_cidr_blocks) > 0 ? 1 : 0

  type                     = "ingress"
  from_port                = var.db_port
  to_port                  = var.db_port
  protocol                 = "tcp"
  ipv6_cidr_blocks         = var.allowed_ipv6_cidr_blocks
  source_security_group_id = null
  cidr_blocks              = null
  prefix_list_ids          = null
  self                     = null
  security_group_id        = aws_security_group.default[0].id
}

resource "aws_security_group_rule" "egress" {
  count = local.enabled && var.egress_enabled ? 1 : 0

  type                     = "egress"
  from_port                = 0
  to_port                  = 0
  protocol                 = "-1"
  cidr_blocks              = ["0.0.0.0/0"]
  source_security_group_id = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  security_group_id        = aws_security_group.default[0].id
}

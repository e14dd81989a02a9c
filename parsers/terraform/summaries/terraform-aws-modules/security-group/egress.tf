# What the group lets out, as for what it lets in.

resource "aws_security_group_rule" "egress_rules" {
  count = local.create ? length(var.egress_rules) : 0

  type                     = "egress"
  security_group_id        = local.group
  cidr_blocks              = var.egress_cidr_blocks
  ipv6_cidr_blocks         = var.egress_ipv6_cidr_blocks
  prefix_list_ids          = var.egress_prefix_list_ids
  source_security_group_id = null
  self                     = null
  from_port                = local.rules[var.egress_rules[count.index]][0]
  to_port                  = local.rules[var.egress_rules[count.index]][1]
  protocol                 = local.rules[var.egress_rules[count.index]][2]
}

resource "aws_security_group_rule" "computed_egress_rules" {
  count = local.create ? var.number_of_computed_egress_rules : 0

  type                     = "egress"
  security_group_id        = local.group
  cidr_blocks              = var.egress_cidr_blocks
  ipv6_cidr_blocks         = var.egress_ipv6_cidr_blocks
  prefix_list_ids          = var.egress_prefix_list_ids
  source_security_group_id = null
  self                     = null
  from_port                = local.rules[var.computed_egress_rules[count.index]][0]
  to_port                  = local.rules[var.computed_egress_rules[count.index]][1]
  protocol                 = local.rules[var.computed_egress_rules[count.index]][2]
}

resource "aws_security_group_rule" "egress_with_cidr_blocks" {
  count = local.create ? length(var.egress_with_cidr_blocks) : 0

  type                     = "egress"
  security_group_id        = local.group
  cidr_blocks              = compact(split(",", lookup(var.egress_with_cidr_blocks[count.index], "cidr_blocks", join(",", var.egress_cidr_blocks))))
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  source_security_group_id = null
  self                     = null
  from_port                = lookup(var.egress_with_cidr_blocks[count.index], "from_port", local.rules[lookup(var.egress_with_cidr_blocks[count.index], "rule", "_")][0])
  to_port                  = lookup(var.egress_with_cidr_blocks[count.index], "to_port", local.rules[lookup(var.egress_with_cidr_blocks[count.index], "rule", "_")][1])
  protocol                 = lookup(var.egress_with_cidr_blocks[count.index], "protocol", local.rules[lookup(var.egress_with_cidr_blocks[count.index], "rule", "_")][2])
}

resource "aws_security_group_rule" "computed_egress_with_cidr_blocks" {
  count = local.create ? var.number_of_computed_egress_with_cidr_blocks : 0

  type                     = "egress"
  security_group_id        = local.group
  cidr_blocks              = compact(split(",", lookup(var.computed_egress_with_cidr_blocks[count.index], "cidr_blocks", join(",", var.egress_cidr_blocks))))
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  source_security_group_id = null
  self                     = null
  from_port                = lookup(var.computed_egress_with_cidr_blocks[count.index], "from_port", local.rules[lookup(var.computed_egress_with_cidr_blocks[count.index], "rule", "_")][0])
  to_port                  = lookup(var.computed_egress_with_cidr_blocks[count.index], "to_port", local.rules[lookup(var.computed_egress_with_cidr_blocks[count.index], "rule", "_")][1])
  protocol                 = lookup(var.computed_egress_with_cidr_blocks[count.index], "protocol", local.rules[lookup(var.computed_egress_with_cidr_blocks[count.index], "rule", "_")][2])
}

resource "aws_security_group_rule" "egress_with_ipv6_cidr_blocks" {
  count = local.create ? length(var.egress_with_ipv6_cidr_blocks) : 0

  type                     = "egress"
  security_group_id        = local.group
  cidr_blocks              = null
  ipv6_cidr_blocks         = compact(split(",", lookup(var.egress_with_ipv6_cidr_blocks[count.index], "ipv6_cidr_blocks", join(",", var.egress_ipv6_cidr_blocks))))
  prefix_list_ids          = var.egress_prefix_list_ids
  source_security_group_id = null
  self                     = null
  from_port                = lookup(var.egress_with_ipv6_cidr_blocks[count.index], "from_port", local.rules[lookup(var.egress_with_ipv6_cidr_blocks[count.index], "rule", "_")][0])
  to_port                  = lookup(var.egress_with_ipv6_cidr_blocks[count.index], "to_port", local.rules[lookup(var.egress_with_ipv6_cidr_blocks[count.index], "rule", "_")][1])
  protocol                 = lookup(var.egress_with_ipv6_cidr_blocks[count.index], "protocol", local.rules[lookup(var.egress_with_ipv6_cidr_blocks[count.index], "rule", "_")][2])
}

resource "aws_security_group_rule" "computed_egress_with_ipv6_cidr_blocks" {
  count = local.create ? var.number_of_computed_egress_with_ipv6_cidr_blocks : 0

  type                     = "egress"
  security_group_id        = local.group
  cidr_blocks              = null
  ipv6_cidr_blocks         = compact(split(",", lookup(var.computed_egress_with_ipv6_cidr_blocks[count.index], "ipv6_cidr_blocks", join(",", var.egress_ipv6_cidr_blocks))))
  prefix_list_ids          = var.egress_prefix_list_ids
  source_security_group_id = null
  self                     = null
  from_port                = lookup(var.computed_egress_with_ipv6_cidr_blocks[count.index], "from_port", local.rules[lookup(var.computed_egress_with_ipv6_cidr_blocks[count.index], "rule", "_")][0])
  to_port                  = lookup(var.computed_egress_with_ipv6_cidr_blocks[count.index], "to_port", local.rules[lookup(var.computed_egress_with_ipv6_cidr_blocks[count.index], "rule", "_")][1])
  protocol                 = lookup(var.computed_egress_with_ipv6_cidr_blocks[count.index], "protocol", local.rules[lookup(var.computed_egress_with_ipv6_cidr_blocks[count.index], "rule", "_")][2])
}

resource "aws_security_group_rule" "egress_with_source_security_group_id" {
  count = local.create ? length(var.egress_with_source_security_group_id) : 0

  type                     = "egress"
  security_group_id        = local.group
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = var.egress_prefix_list_ids
  source_security_group_id = var.egress_with_source_security_group_id[count.index]["source_security_group_id"]
  self                     = null
  from_port                = lookup(var.egress_with_source_security_group_id[count.index], "from_port", local.rules[lookup(var.egress_with_source_security_group_id[count.index], "rule", "_")][0])
  to_port                  = lookup(var.egress_with_source_security_group_id[count.index], "to_port", local.rules[lookup(var.egress_with_source_security_group_id[count.index], "rule", "_")][1])
  protocol                 = lookup(var.egress_with_source_security_group_id[count.index], "protocol", local.rules[lookup(var.egress_with_source_security_group_id[count.index], "rule", "_")][2])
}

resource "aws_security_group_rule" "computed_egress_with_source_security_group_id" {
  count = local.create ? var.number_of_computed_egress_with_source_security_group_id : 0

  type                     = "egress"
  security_group_id        = local.group
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = var.egress_prefix_list_ids
  source_security_group_id = var.computed_egress_with_source_security_group_id[count.index]["source_security_group_id"]
  self                     = null
  from_port                = lookup(var.computed_egress_with_source_security_group_id[count.index], "from_port", local.rules[lookup(var.computed_egress_with_source_security_group_id[count.index], "rule", "_")][0])
  to_port                  = lookup(var.computed_egress_with_source_security_group_id[count.index], "to_port", local.rules[lookup(var.computed_egress_with_source_security_group_id[count.index], "rule", "_")][1])
  protocol                 = lookup(var.computed_egress_with_source_security_group_id[count.index], "protocol", local.rules[lookup(var.computed_egress_with_source_security_group_id[count.index], "rule", "_")][2])
}

resource "aws_security_group_rule" "egress_with_self" {
  count = local.create ? length(var.egress_with_self) : 0

  type                     = "egress"
  security_group_id        = local.group
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = var.egress_prefix_list_ids
  source_security_group_id = null
  self                     = lookup(var.egress_with_self[count.index], "self", true)
  from_port                = lookup(var.egress_with_self[count.index], "from_port", local.rules[lookup(var.egress_with_self[count.index], "rule", "_")][0])
  to_port                  = lookup(var.egress_with_self[count.index], "to_port", local.rules[lookup(var.egress_with_self[count.index], "rule", "_")][1])
  protocol                 = lookup(var.egress_with_self[count.index], "protocol", local.rules[lookup(var.egress_with_self[count.index], "rule", "_")][2])
}

resource "aws_security_group_rule" "computed_egress_with_self" {
  count = local.create ? var.number_of_computed_egress_with_self : 0

  type                     = "egress"
  security_group_id        = local.group
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = var.egress_prefix_list_ids
  source_security_group_id = null
  self                     = lookup(var.computed_egress_with_self[count.index], "self", true)
  from_port                = lookup(var.computed_egress_with_self[count.index], "from_port", local.rules[lookup(var.computed_egress_with_self[count.index], "rule", "_")][0])
  to_port                  = lookup(var.computed_egress_with_self[count.index], "to_port", local.rules[lookup(var.computed_egress_with_self[count.index], "rule", "_")][1])
  protocol                 = lookup(var.computed_egress_with_self[count.index], "protocol", local.rules[lookup(var.computed_egress_with_self[count.index], "rule", "_")][2])
}

# Rules for prefix lists came with 5.1.

resource "aws_security_group_rule" "ingress_with_prefix_list_ids" {
  count = var.create ? length(var.ingress_with_prefix_list_ids) : 0

  type                     = "ingress"
  security_group_id        = local.group
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = compact(split(",", lookup(var.ingress_with_prefix_list_ids[count.index], "prefix_list_ids", join(",", var.ingress_prefix_list_ids))))
  source_security_group_id = null
  self                     = null
  from_port                = lookup(var.ingress_with_prefix_list_ids[count.index], "from_port", local.rules[lookup(var.ingress_with_prefix_list_ids[count.index], "rule", "_")][0])
  to_port                  = lookup(var.ingress_with_prefix_list_ids[count.index], "to_port", local.rules[lookup(var.ingress_with_prefix_list_ids[count.index], "rule", "_")][1])
  protocol                 = lookup(var.ingress_with_prefix_list_ids[count.index], "protocol", local.rules[lookup(var.ingress_with_prefix_list_ids[count.index], "rule", "_")][2])
}

# The published module counts the computed list and reads the other one.
resource "aws_security_group_rule" "computed_ingress_with_prefix_list_ids" {
  count = var.create ? var.number_of_computed_ingress_with_prefix_list_ids : 0

  type                     = "ingress"
  security_group_id        = local.group
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = compact(split(",", lookup(var.ingress_with_prefix_list_ids[count.index], "prefix_list_ids", join(",", var.ingress_prefix_list_ids))))
  source_security_group_id = null
  self                     = null
  from_port                = lookup(var.ingress_with_prefix_list_ids[count.index], "from_port", local.rules[lookup(var.ingress_with_prefix_list_ids[count.index], "rule", "_")][0])
  to_port                  = lookup(var.ingress_with_prefix_list_ids[count.index], "to_port", local.rules[lookup(var.ingress_with_prefix_list_ids[count.index], "rule", "_")][1])
  protocol                 = lookup(var.ingress_with_prefix_list_ids[count.index], "protocol", local.rules[lookup(var.ingress_with_prefix_list_ids[count.index], "rule", "_")][2])
}

resource "aws_security_group_rule" "egress_with_prefix_list_ids" {
  count = var.create ? length(var.egress_with_prefix_list_ids) : 0

  type                     = "egress"
  security_group_id        = local.group
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = compact(split(",", lookup(var.egress_with_prefix_list_ids[count.index], "prefix_list_ids", join(",", var.egress_prefix_list_ids))))
  source_security_group_id = null
  self                     = null
  from_port                = lookup(var.egress_with_prefix_list_ids[count.index], "from_port", local.rules[lookup(var.egress_with_prefix_list_ids[count.index], "rule", "_")][0])
  to_port                  = lookup(var.egress_with_prefix_list_ids[count.index], "to_port", local.rules[lookup(var.egress_with_prefix_list_ids[count.index], "rule", "_")][1])
  protocol                 = lookup(var.egress_with_prefix_list_ids[count.index], "protocol", local.rules[lookup(var.egress_with_prefix_list_ids[count.index], "rule", "_")][2])
}

resource "aws_security_group_rule" "computed_egress_with_prefix_list_ids" {
  count = var.create ? var.number_of_computed_egress_with_prefix_list_ids : 0

  type                     = "egress"
  security_group_id        = local.group
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = compact(split(",", lookup(var.computed_egress_with_prefix_list_ids[count.index], "prefix_list_ids", join(",", var.egress_prefix_list_ids))))
  source_security_group_id = var.computed_egress_with_prefix_list_ids[count.index]["source_security_group_id"]
  self                     = null
  from_port                = lookup(var.computed_egress_with_prefix_list_ids[count.index], "from_port", local.rules[lookup(var.computed_egress_with_prefix_list_ids[count.index], "rule", "_")][0])
  to_port                  = lookup(var.computed_egress_with_prefix_list_ids[count.index], "to_port", local.rules[lookup(var.computed_egress_with_prefix_list_ids[count.index], "rule", "_")][1])
  protocol                 = lookup(var.computed_egress_with_prefix_list_ids[count.index], "protocol", local.rules[lookup(var.computed_egress_with_prefix_list_ids[count.index], "rule", "_")][2])
}

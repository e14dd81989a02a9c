# A change of rules makes a new group, unless the group is to be preserved or is somebody else's.
locals {
  renew = var.create_before_destroy && !(var.preserve_security_group_id || length(var.target_security_group_id) > 0)
}

resource "aws_security_group_rule" "keyed" {
  for_each = local.renew ? local.keyed : {}

  type                     = each.value.type
  security_group_id        = local.create ? one(aws_security_group.cbd[*].id) : try(var.target_security_group_id[0], "")
  cidr_blocks              = length(each.value.cidr_blocks) == 0 ? null : each.value.cidr_blocks
  ipv6_cidr_blocks         = length(each.value.ipv6_cidr_blocks) == 0 ? null : each.value.ipv6_cidr_blocks
  prefix_list_ids          = length(each.value.prefix_list_ids) == 0 ? [] : each.value.prefix_list_ids
  source_security_group_id = each.value.source_security_group_id
  self                     = each.value.self
  from_port                = each.value.from_port
  to_port                  = each.value.to_port
  protocol                 = each.value.protocol
}

resource "aws_security_group_rule" "dbc" {
  for_each = local.renew ? {} : local.keyed

  type                     = each.value.type
  security_group_id        = local.group
  cidr_blocks              = length(each.value.cidr_blocks) == 0 ? null : each.value.cidr_blocks
  ipv6_cidr_blocks         = length(each.value.ipv6_cidr_blocks) == 0 ? null : each.value.ipv6_cidr_blocks
  prefix_list_ids          = length(each.value.prefix_list_ids) == 0 ? [] : each.value.prefix_list_ids
  source_security_group_id = each.value.source_security_group_id
  self                     = each.value.self
  from_port                = each.value.from_port
  to_port                  = each.value.to_port
  protocol                 = each.value.protocol
}

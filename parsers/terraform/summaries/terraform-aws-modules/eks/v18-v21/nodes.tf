locals {
  create_node_security_group = var.create && var.create_node_security_group

  node_security_group_id   = local.create_node_security_group ? aws_security_group.node[0].id : var.node_security_group_id
  node_security_group_name = coalesce(var.node_security_group_name, "${local.name}-node")
}

resource "aws_security_group" "node" {
  count = local.create_node_security_group ? 1 : 0

  name        = var.node_security_group_use_name_prefix ? null : local.node_security_group_name
  name_prefix = var.node_security_group_use_name_prefix ? "${local.node_security_group_name}${var.prefix_separator}" : null
  vpc_id      = var.vpc_id
  tags = merge(var.tags, {
    "Name"                                = local.node_security_group_name
    "kubernetes.io/cluster/${local.name}" = "owned"
  }, var.node_security_group_tags)

  dynamic "ingress" {
    for_each = []
    content {}
  }
  dynamic "egress" {
    for_each = []
    content {}
  }
}

resource "aws_security_group_rule" "node" {
  for_each = { for key, rule in merge(local.node_rules, var.node_security_group_additional_rules) : key => rule if local.create_node_security_group }

  security_group_id = aws_security_group.node[0].id

  type                     = each.value.type
  protocol                 = each.value.protocol
  from_port                = each.value.from_port
  to_port                  = each.value.to_port
  cidr_blocks              = try(each.value.cidr_blocks, null)
  ipv6_cidr_blocks         = try(each.value.ipv6_cidr_blocks, null)
  prefix_list_ids          = try(each.value.prefix_list_ids, null)
  self                     = try(each.value.self, null)
  source_security_group_id = try(each.value.source_cluster_security_group, false) ? local.cluster_security_group_id : try(each.value.source_security_group_id, null)
}

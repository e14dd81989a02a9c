# Rules are resources of their own, keyed by "key" or by their place, or stand inline in the group.
locals {
  lists = merge({ _list_ = var.rules }, var.rules_map)

  listed = local.enabled && local.lists != null ? concat(concat([[]], [for k, rules in local.lists : [for i, rule in rules : {
    key                      = coalesce(lookup(rule, "key", null), "${k}[${i}]")
    type                     = rule.type
    from_port                = rule.from_port
    to_port                  = rule.to_port
    protocol                 = rule.protocol
    description              = lookup(rule, "description", "Managed by Terraform")
    cidr_blocks              = try(length(rule.cidr_blocks), 0) > 0 ? rule.cidr_blocks : []
    ipv6_cidr_blocks         = try(length(rule.ipv6_cidr_blocks), 0) > 0 ? rule.ipv6_cidr_blocks : []
    prefix_list_ids          = try(length(rule.prefix_list_ids), 0) > 0 ? rule.prefix_list_ids : []
    source_security_group_id = lookup(rule, "source_security_group_id", null)
    security_groups          = []
    self                     = lookup(rule, "self", null) == true ? true : null
  }]])...) : []

  # Each rule of a row of the matrix, for all that the row admits.
  matrix = local.enabled && var.rule_matrix != null ? concat(concat([[]], [for i, row in var.rule_matrix : [for j, rule in row.rules : {
    key                      = "${coalesce(lookup(row, "key", null), "_m[${i}]")}#${coalesce(lookup(rule, "key", null), "[${j}]")}"
    type                     = rule.type
    from_port                = rule.from_port
    to_port                  = rule.to_port
    protocol                 = rule.protocol
    description              = lookup(rule, "description", "Managed by Terraform")
    cidr_blocks              = lookup(row, "cidr_blocks", [])
    ipv6_cidr_blocks         = lookup(row, "ipv6_cidr_blocks", [])
    prefix_list_ids          = lookup(row, "prefix_list_ids", [])
    source_security_group_id = null
    security_groups          = lookup(row, "source_security_group_ids", [])
    self                     = lookup(rule, "self", null) == true ? true : null
  }]])...) : []

  all_egress = local.enabled && var.allow_all_egress ? [{
    key                      = "_allow_all_egress_"
    type                     = "egress"
    from_port                = 0
    to_port                  = 0
    protocol                 = "-1"
    description              = "Allow all egress"
    cidr_blocks              = ["0.0.0.0/0"]
    ipv6_cidr_blocks         = ["::/0"]
    prefix_list_ids          = []
    source_security_group_id = null
    security_groups          = []
    self                     = null
  }] : []

  inline         = concat(local.listed, local.matrix, local.all_egress)
  inline_ingress = var.inline_rules_enabled ? [for r in local.inline : r if r.type == "ingress"] : []
  inline_egress  = var.inline_rules_enabled ? [for r in local.inline : r if r.type == "egress"] : []

  # As a resource a rule admits a group, its own members or ranges.
  by_self = var.inline_rules_enabled ? [] : [for r in local.matrix : merge(r, {
    key = "${r.key}#self", cidr_blocks = [], ipv6_cidr_blocks = [], prefix_list_ids = [], self = true
  }) if r.self == true]
  by_group = var.inline_rules_enabled ? [] : flatten([for r in local.inline : [for i, group in r.security_groups : merge(r, {
    key = "${r.key}#sg#${i}", cidr_blocks = [], ipv6_cidr_blocks = [], prefix_list_ids = [], self = null, source_security_group_id = group
  })] if length(r.security_groups) > 0])
  by_range = var.inline_rules_enabled ? [] : [for r in local.matrix : merge(r, {
    key = "${r.key}#cidr", self = null
  }) if length(r.cidr_blocks) + length(r.ipv6_cidr_blocks) + length(r.prefix_list_ids) > 0]

  keyed = { for r in concat(local.listed, local.by_self, local.by_group, local.by_range, local.all_egress) : r.key => r }
}

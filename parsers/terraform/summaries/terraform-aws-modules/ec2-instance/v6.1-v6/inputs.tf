locals {
  tags      = merge(var.tags, var.instance_tags, var.name != "" ? { Name = var.name } : {})
  rule_name = local.security_group_name
}

locals {
  tags      = merge(var.tags, var.instance_tags, { Name = var.name })
  rule_name = var.name
}

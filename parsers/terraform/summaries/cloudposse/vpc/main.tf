# The first of two names of an input is the newer one; each version takes but one of them, or both in the time between.
locals {
  enabled = module.this.enabled

  additional_cidr_blocks = merge(
    { for k, v in var.ipv4_additional_cidr_block_associations : k => v.ipv4_cidr_block },
    { for v in coalesce(var.additional_cidr_blocks, []) : v => v },
  )

  internet_gateway = local.enabled && coalesce(var.enable_internet_gateway, var.internet_gateway_enabled)
  deny_all         = local.enabled && coalesce(var.enable_default_security_group_with_custom_rules, var.default_security_group_deny_all)
}

resource "aws_vpc" "default" {
  count = local.enabled ? 1 : 0

  cidr_block           = try(coalesce(var.ipv4_primary_cidr_block, var.cidr_block), null)
  enable_dns_hostnames = coalesce(var.enable_dns_hostnames, var.dns_hostnames_enabled)
  enable_dns_support   = coalesce(var.enable_dns_support, var.dns_support_enabled)

  tags = module.this.tags
}

resource "aws_vpc_ipv4_cidr_block_association" "default" {
  for_each = local.enabled ? local.additional_cidr_blocks : {}

  vpc_id     = aws_vpc.default[0].id
  cidr_block = each.value
}

resource "aws_internet_gateway" "default" {
  count = local.internet_gateway ? 1 : 0

  vpc_id = aws_vpc.default[0].id
}

resource "aws_egress_only_internet_gateway" "default" {
  count = local.enabled && var.ipv6_egress_only_internet_gateway_enabled ? 1 : 0

  vpc_id = aws_vpc.default[0].id
}

# The default group is adopted to take all rules out of it.
resource "aws_default_security_group" "default" {
  count = local.deny_all ? 1 : 0

  vpc_id = aws_vpc.default[0].id

  dynamic "ingress" {
    for_each = []
    content {}
  }

  dynamic "egress" {
    for_each = []
    content {}
  }

  tags = merge(module.this.tags, { Name = local.default_name })
}

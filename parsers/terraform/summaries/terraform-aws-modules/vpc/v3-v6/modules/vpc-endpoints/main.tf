variable "create" {
  type    = bool
  default = true
}

variable "region" {
  type    = string
  default = null
}

variable "vpc_id" {
  type    = string
  default = null
}

variable "endpoints" {
  type    = any
  default = {}
}

variable "subnet_ids" {
  type    = list(string)
  default = []
}

variable "security_group_ids" {
  type    = list(string)
  default = []
}

variable "create_security_group" {
  type    = bool
  default = false
}

variable "security_group_name" {
  type    = string
  default = null
}

variable "security_group_name_prefix" {
  type    = string
  default = null
}

variable "security_group_description" {
  type    = string
  default = null
}

variable "security_group_rules" {
  type    = any
  default = {}
}

variable "security_group_tags" {
  type    = map(string)
  default = {}
}

variable "tags" {
  type    = map(string)
  default = {}
}

locals {
  endpoints          = { for k, v in var.endpoints : k => v if var.create && try(v.create, true) }
  security_group_ids = concat(var.security_group_ids, aws_security_group.this[*].id)
}

data "aws_vpc_endpoint_service" "this" {
  for_each = { for k, v in local.endpoints : k => v if var.region == null }

  service      = try(each.value.service, null)
  service_name = try(each.value.service_name, null)

  filter {
    name   = "service-type"
    values = [try(each.value.service_type, "Interface")]
  }
}

resource "aws_vpc_endpoint" "this" {
  for_each = local.endpoints

  region              = var.region
  vpc_id              = var.vpc_id
  service_name        = try(each.value.service_endpoint, data.aws_vpc_endpoint_service.this[each.key].service_name)
  vpc_endpoint_type   = try(each.value.service_type, "Interface")
  subnet_ids          = try(each.value.service_type, "Interface") == "Interface" ? distinct(concat(var.subnet_ids, lookup(each.value, "subnet_ids", []))) : null
  route_table_ids     = try(each.value.service_type, "Interface") == "Gateway" ? lookup(each.value, "route_table_ids", null) : null
  private_dns_enabled = try(each.value.service_type, "Interface") == "Interface" ? try(each.value.private_dns_enabled, null) : null

  # Without any group the endpoint takes the VPC's default group.
  security_group_ids = try(each.value.service_type, "Interface") != "Interface" ? null : try(
    coalescelist(distinct(concat(local.security_group_ids, lookup(each.value, "security_group_ids", [])))),
    null,
  )

  dynamic "subnet_configuration" {
    for_each = try(each.value.subnet_configurations, [])
    content {
      ipv4      = try(subnet_configuration.value.ipv4, null)
      ipv6      = try(subnet_configuration.value.ipv6, null)
      subnet_id = try(subnet_configuration.value.subnet_id, null)
    }
  }

  tags = merge(var.tags, local.endpoint_names[each.key], try(each.value.tags, {}))
}

resource "aws_security_group" "this" {
  count = var.create && var.create_security_group ? 1 : 0

  name        = var.security_group_name
  name_prefix = var.security_group_name_prefix
  description = var.security_group_description
  vpc_id      = var.vpc_id

  # Its rules are resources of their own.
  dynamic "ingress" {
    for_each = []
    content {}
  }

  dynamic "egress" {
    for_each = []
    content {}
  }

  tags = merge(
    var.tags,
    var.security_group_tags,
    { Name = try(coalesce(var.security_group_name, var.security_group_name_prefix), "") },
  )
}

resource "aws_security_group_rule" "this" {
  for_each = { for k, v in var.security_group_rules : k => v if var.create && var.create_security_group }

  security_group_id        = aws_security_group.this[0].id
  type                     = try(each.value.type, "ingress")
  protocol                 = try(each.value.protocol, "tcp")
  from_port                = try(each.value.from_port, 443)
  to_port                  = try(each.value.to_port, 443)
  cidr_blocks              = lookup(each.value, "cidr_blocks", null)
  ipv6_cidr_blocks         = lookup(each.value, "ipv6_cidr_blocks", null)
  prefix_list_ids          = lookup(each.value, "prefix_list_ids", null)
  source_security_group_id = lookup(each.value, "source_security_group_id", null)
  self                     = try(each.value.self, null)
  description              = try(each.value.description, null)
}

output "endpoints" {
  value = aws_vpc_endpoint.this
}

output "security_group_id" {
  value = try(aws_security_group.this[0].id, null)
}

output "security_group_arn" {
  value = try(aws_security_group.this[0].arn, null)
}

variable "vpc_id" {
  type = string
}

variable "gateway_vpc_endpoints" {
  type = map(object({
    name            = string
    policy          = string
    route_table_ids = optional(list(string), []) # since v2
  }))
  default = {}
}

variable "interface_vpc_endpoints" {
  type = map(object({
    name                = string
    policy              = string
    private_dns_enabled = bool
    security_group_ids  = list(string)
    subnet_ids          = list(string)
  }))
  default = {}
}

locals {
  gateways   = module.this.enabled ? var.gateway_vpc_endpoints : {}
  interfaces = module.this.enabled ? var.interface_vpc_endpoints : {}
}

data "aws_vpc_endpoint_service" "gateway_endpoint_service" {
  for_each = local.gateways

  service      = each.value.name
  service_type = "Gateway"
}

data "aws_vpc_endpoint_service" "interface_endpoint_service" {
  for_each = local.interfaces

  service      = each.value.name
  service_type = "Interface"
}

module "endpoint_label" {
  source   = "cloudposse/label/null"
  version  = "0.25.0"
  for_each = merge(local.gateways, local.interfaces)

  attributes = [each.key]
  context    = module.this.context
}

resource "aws_vpc_endpoint" "gateway_endpoint" {
  for_each = local.gateways

  vpc_id            = var.vpc_id
  service_name      = data.aws_vpc_endpoint_service.gateway_endpoint_service[each.key].service_name
  vpc_endpoint_type = data.aws_vpc_endpoint_service.gateway_endpoint_service[each.key].service_type
  route_table_ids   = null
  subnet_ids        = null

  tags = module.endpoint_label[each.key].tags
}

resource "aws_vpc_endpoint" "interface_endpoint" {
  for_each = local.interfaces

  vpc_id              = var.vpc_id
  service_name        = data.aws_vpc_endpoint_service.interface_endpoint_service[each.key].service_name
  vpc_endpoint_type   = data.aws_vpc_endpoint_service.interface_endpoint_service[each.key].service_type
  subnet_ids          = local.endpoint_subnets[each.key]
  security_group_ids  = local.endpoint_groups[each.key]
  private_dns_enabled = each.value.private_dns_enabled

  tags = module.endpoint_label[each.key].tags
}

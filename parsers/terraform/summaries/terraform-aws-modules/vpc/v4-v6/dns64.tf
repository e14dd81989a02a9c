# Translated IPv6 traffic (64:ff9b::/96) to IPv4 destinations leaves by the NAT gateways too.

variable "private_subnet_enable_dns64" {
  type    = bool
  default = true
}

resource "aws_route" "private_dns64_nat_gateway" {
  count = local.create_vpc && var.enable_nat_gateway && var.enable_ipv6 && var.private_subnet_enable_dns64 ? local.nat_gateway_count : 0

  route_table_id              = element(aws_route_table.private[*].id, count.index)
  destination_cidr_block      = null
  destination_ipv6_cidr_block = "64:ff9b::/96"
  destination_prefix_list_id  = null
  gateway_id                  = null
  nat_gateway_id              = element(aws_nat_gateway.this[*].id, count.index)
  egress_only_gateway_id      = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  network_interface_id        = null
  instance_id                 = null
}

resource "aws_route" "database_dns64_nat_gateway" {
  count = local.create_vpc && var.enable_nat_gateway && var.enable_ipv6 && var.private_subnet_enable_dns64 && var.create_database_subnet_route_table && var.create_database_nat_gateway_route && !var.create_database_internet_gateway_route ? local.database_route_tables : 0

  route_table_id              = element(aws_route_table.database[*].id, count.index)
  destination_cidr_block      = null
  destination_ipv6_cidr_block = "64:ff9b::/96"
  destination_prefix_list_id  = null
  gateway_id                  = null
  nat_gateway_id              = element(aws_nat_gateway.this[*].id, count.index)
  egress_only_gateway_id      = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  network_interface_id        = null
  instance_id                 = null
}

locals {
  # NAT gateways unless told otherwise; NAT instances only where told so and no gateways are demanded.
  wants_gateways  = var.nat_instance_enabled == true ? var.nat_gateway_enabled == true : var.nat_gateway_enabled != false
  wants_instances = !local.wants_gateways && var.nat_instance_enabled == true

  private_dns64   = local.private6 && (var.private_dns64_nat64_enabled == null ? local.public4 : var.private_dns64_nat64_enabled)
  useful_gateways = local.private4 || local.public_dns64 || local.private_dns64
  nat_gateways    = local.useful_gateways && local.wants_gateways
  nat_instances   = local.private4 && local.wants_instances
  new_addresses   = (local.nat_gateways || local.nat_instances) && length(var.nat_elastic_ips) == 0
  nat_addresses   = local.new_addresses ? aws_eip.default[*].id : data.aws_eip.nat[*].id
}

data "aws_eip" "nat" {
  count = local.nat_gateways || local.nat_instances ? length(var.nat_elastic_ips) : 0

  public_ip = element(var.nat_elastic_ips, count.index)
}

resource "aws_eip" "default" {
  count = local.new_addresses ? length(local.nat_subnets) : 0

  instance                 = null
  network_interface        = null
  public_ipv4_pool         = null
  customer_owned_ipv4_pool = null
  ipam_pool_id             = null
  region                   = null

  tags = merge(module.nat_label.tags, { Name = format("%s%s%s", module.nat_label.id, module.this.delimiter, local.abbreviations[local.public_zones[local.nat_subnets[count.index]]]) })
}

resource "aws_nat_gateway" "default" {
  count = local.nat_gateways ? length(local.nat_subnets) : 0

  subnet_id         = aws_subnet.public[local.nat_subnets[count.index]].id
  allocation_id     = local.nat_addresses[count.index]
  connectivity_type = null
  availability_mode = null
  vpc_id            = null

  dynamic "availability_zone_address" {
    for_each = []
    content {}
  }

  tags                     = merge(module.nat_label.tags, { Name = format("%s%s%s", module.nat_label.id, module.this.delimiter, local.abbreviations[local.public_zones[local.nat_subnets[count.index]]]) })
  secondary_allocation_ids = null
}

resource "aws_route" "nat4" {
  count = local.nat_gateways && local.private4 ? local.private_tables : 0

  route_table_id              = aws_route_table.private[count.index].id
  destination_cidr_block      = "0.0.0.0/0"
  destination_ipv6_cidr_block = null
  destination_prefix_list_id  = null
  gateway_id                  = null
  nat_gateway_id              = aws_nat_gateway.default[local.private_nat[count.index]].id
  egress_only_gateway_id      = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  network_interface_id        = null
  instance_id                 = null
}

# Translated IPv6 traffic to IPv4 destinations.

resource "aws_route" "private_nat64" {
  count = local.nat_gateways && local.private_dns64 ? local.private_tables : 0

  route_table_id              = aws_route_table.private[count.index].id
  destination_cidr_block      = null
  destination_ipv6_cidr_block = "64:ff9b::/96"
  destination_prefix_list_id  = null
  gateway_id                  = null
  nat_gateway_id              = aws_nat_gateway.default[local.private_nat[count.index]].id
  egress_only_gateway_id      = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  network_interface_id        = null
  instance_id                 = null
}

resource "aws_route" "public_nat64" {
  count = local.nat_gateways && local.public_dns64 ? local.public_tables : 0

  route_table_id              = local.public_table_ids[count.index]
  destination_cidr_block      = null
  destination_ipv6_cidr_block = "64:ff9b::/96"
  destination_prefix_list_id  = null
  gateway_id                  = null
  nat_gateway_id              = aws_nat_gateway.default[local.public_nat[count.index]].id
  egress_only_gateway_id      = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  network_interface_id        = null
  instance_id                 = null
}

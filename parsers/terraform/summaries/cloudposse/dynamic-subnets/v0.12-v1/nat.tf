locals {
  given_addresses   = var.nat_elastic_ips
  new_addresses     = local.enabled && length(local.given_addresses) == 0
  nat_gateways      = local.enabled && var.nat_gateway_enabled
  nat_instances     = local.enabled && var.nat_instance_enabled
  gateway_addresses = length(local.given_addresses) > 0 ? data.aws_eip.nat_ips[*].id : aws_eip.default[*].id
}

data "aws_eip" "nat_ips" {
  count = local.enabled ? length(local.given_addresses) : 0

  public_ip = element(local.given_addresses, count.index)
}

resource "aws_eip" "default" {
  count = local.new_addresses && var.nat_gateway_enabled ? length(var.availability_zones) : 0

  instance                 = null
  network_interface        = null
  public_ipv4_pool         = null
  customer_owned_ipv4_pool = null
  ipam_pool_id             = null
  region                   = null

  tags = merge(module.private_label.tags, { Name = format("%s%s%s", module.private_label.id, module.this.delimiter, local.zone_labels[count.index]) })
}

# One NAT gateway for each zone.
resource "aws_nat_gateway" "default" {
  count = local.nat_gateways ? length(var.availability_zones) : 0

  subnet_id         = element(aws_subnet.public[*].id, count.index)
  allocation_id     = element(local.gateway_addresses, count.index)
  connectivity_type = null
  availability_mode = null
  vpc_id            = null

  dynamic "availability_zone_address" {
    for_each = []
    content {}
  }

  tags                     = merge(module.nat_label.tags, { Name = format("%s%s%s", module.nat_label.id, module.this.delimiter, local.zone_labels[count.index]) })
  secondary_allocation_ids = null
}

resource "aws_route" "default" {
  count = local.nat_gateways ? length(var.availability_zones) : 0

  route_table_id              = element(aws_route_table.private[*].id, count.index)
  destination_cidr_block      = "0.0.0.0/0"
  destination_ipv6_cidr_block = null
  destination_prefix_list_id  = null
  gateway_id                  = null
  nat_gateway_id              = element(aws_nat_gateway.default[*].id, count.index)
  egress_only_gateway_id      = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  network_interface_id        = null
  instance_id                 = null
}

locals {
  # As many route tables as NAT gateways, whether the gateways are there or not.
  any_private          = min(1, local.private_subnets)
  private_route_tables = var.single_nat_gateway ? local.any_private : var.one_nat_gateway_per_az ? local.any_private * length(var.azs) : local.any_private * local.most_subnets
  private_ipv6_routes  = local.private_route_tables
}

resource "aws_subnet" "private" {
  count = local.create_vpc ? local.private_subnets : 0

  region                  = var.region
  vpc_id                  = local.vpc_id
  availability_zone       = element(local.zone_names, count.index)
  availability_zone_id    = element(local.zone_ids, count.index)
  outpost_arn             = null
  cidr_block              = var.private_subnet_ipv6_native ? null : element(concat(var.private_subnets, [""]), count.index)
  map_public_ip_on_launch = null

  tags = merge(
    { Name = try(var.private_subnet_names[count.index], format("${var.name}-${var.private_subnet_suffix}-%s", element(var.azs, count.index))) },
    var.tags,
    var.private_subnet_tags,
    lookup(var.private_subnet_tags_per_az, element(var.azs, count.index), {}),
  )
}

resource "aws_route_table" "private" {
  count = local.create_vpc ? local.private_route_tables : 0

  vpc_id           = local.vpc_id
  propagating_vgws = null

  # Its routes are resources of their own.
  dynamic "route" {
    for_each = []
    content {}
  }

  tags                   = merge({ Name = var.single_nat_gateway ? "${var.name}-${var.private_subnet_suffix}" : format("${var.name}-${var.private_subnet_suffix}-%s", element(var.azs, count.index)) }, var.tags, var.private_route_table_tags)
  default_route_table_id = null
}

resource "aws_route_table_association" "private" {
  count = local.create_vpc ? local.private_subnets : 0

  subnet_id      = element(aws_subnet.private[*].id, count.index)
  route_table_id = element(aws_route_table.private[*].id, var.single_nat_gateway ? 0 : count.index)
}

resource "aws_route" "private_nat_gateway" {
  count = local.create_vpc && var.enable_nat_gateway && var.create_private_nat_gateway_route ? local.nat_gateway_count : 0

  route_table_id              = element(aws_route_table.private[*].id, count.index)
  destination_cidr_block      = var.nat_gateway_destination_cidr_block
  destination_ipv6_cidr_block = null
  destination_prefix_list_id  = null
  gateway_id                  = null
  nat_gateway_id              = element(aws_nat_gateway.this[*].id, count.index)
  egress_only_gateway_id      = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  network_interface_id        = null
  instance_id                 = null
}

resource "aws_route" "private_ipv6_egress" {
  count = local.create_vpc && var.create_egress_only_igw && var.enable_ipv6 ? local.private_ipv6_routes : 0

  route_table_id              = element(aws_route_table.private[*].id, count.index)
  destination_cidr_block      = null
  destination_ipv6_cidr_block = "::/0"
  destination_prefix_list_id  = null
  gateway_id                  = null
  nat_gateway_id              = null
  egress_only_gateway_id      = element(aws_egress_only_internet_gateway.this[*].id, 0)
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  network_interface_id        = null
  instance_id                 = null
}

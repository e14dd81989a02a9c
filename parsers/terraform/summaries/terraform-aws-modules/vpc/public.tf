locals {
  public_route_tables = var.create_multiple_public_route_tables ? local.public_subnets : min(1, local.public_subnets)

  # With one NAT gateway per zone there are no public subnets at all unless every zone has one: 1 or 0.
  every_zone_is_public = var.one_nat_gateway_per_az ? min(1, max(0, local.public_subnets - length(var.azs) + 1)) : 1
}

resource "aws_subnet" "public" {
  count = local.create_vpc ? local.public_subnets * local.every_zone_is_public : 0

  region                  = var.region
  vpc_id                  = local.vpc_id
  availability_zone       = element(local.zone_names, count.index)
  availability_zone_id    = element(local.zone_ids, count.index)
  outpost_arn             = null
  cidr_block              = var.public_subnet_ipv6_native ? null : element(concat(var.public_subnets, [""]), count.index)
  map_public_ip_on_launch = var.map_public_ip_on_launch

  tags = merge(
    { Name = try(var.public_subnet_names[count.index], format("${var.name}-${var.public_subnet_suffix}-%s", element(var.azs, count.index))) },
    var.tags,
    var.public_subnet_tags,
    lookup(var.public_subnet_tags_per_az, element(var.azs, count.index), {}),
  )
}

resource "aws_route_table" "public" {
  count = local.create_vpc ? local.public_route_tables : 0

  vpc_id           = local.vpc_id
  propagating_vgws = null

  # Its routes are resources of their own.
  dynamic "route" {
    for_each = []
    content {}
  }

  tags                   = merge({ Name = var.create_multiple_public_route_tables ? format("${var.name}-${var.public_subnet_suffix}-%s", element(var.azs, count.index)) : "${var.name}-${var.public_subnet_suffix}" }, var.tags, var.public_route_table_tags)
  default_route_table_id = null
}

resource "aws_route_table_association" "public" {
  count = local.create_vpc ? local.public_subnets : 0

  subnet_id      = element(aws_subnet.public[*].id, count.index)
  route_table_id = element(aws_route_table.public[*].id, var.create_multiple_public_route_tables ? count.index : 0)
}

resource "aws_route" "public_internet_gateway" {
  count = local.create_vpc && var.create_igw ? local.public_route_tables : 0

  route_table_id              = aws_route_table.public[count.index].id
  destination_cidr_block      = "0.0.0.0/0"
  destination_ipv6_cidr_block = null
  destination_prefix_list_id  = null
  gateway_id                  = aws_internet_gateway.this[0].id
  nat_gateway_id              = null
  egress_only_gateway_id      = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  network_interface_id        = null
  instance_id                 = null
}

resource "aws_route" "public_internet_gateway_ipv6" {
  count = local.create_vpc && var.create_igw && var.enable_ipv6 ? local.public_route_tables : 0

  route_table_id              = aws_route_table.public[count.index].id
  destination_cidr_block      = null
  destination_ipv6_cidr_block = "::/0"
  destination_prefix_list_id  = null
  gateway_id                  = aws_internet_gateway.this[0].id
  nat_gateway_id              = null
  egress_only_gateway_id      = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  network_interface_id        = null
  instance_id                 = null
}

locals {
  # Without route tables of their own the database subnets share those of the private subnets.
  one_database_route_table = var.single_nat_gateway || var.create_database_internet_gateway_route
  database_route_tables    = local.one_database_route_table ? min(1, local.database_subnets) : local.database_subnets
}

resource "aws_subnet" "database" {
  count = local.create_vpc ? local.database_subnets : 0

  region                  = var.region
  vpc_id                  = local.vpc_id
  availability_zone       = element(local.zone_names, count.index)
  availability_zone_id    = element(local.zone_ids, count.index)
  outpost_arn             = null
  cidr_block              = var.database_subnet_ipv6_native ? null : element(concat(var.database_subnets, [""]), count.index)
  map_public_ip_on_launch = null

  tags = merge(
    { Name = try(var.database_subnet_names[count.index], format("${var.name}-${var.database_subnet_suffix}-%s", element(var.azs, count.index))) },
    var.tags,
    var.database_subnet_tags,
  )
}

resource "aws_db_subnet_group" "database" {
  count = local.create_vpc && var.create_database_subnet_group ? min(1, local.database_subnets) : 0

  name       = lower(coalesce(var.database_subnet_group_name, var.name))
  subnet_ids = aws_subnet.database[*].id

  tags = merge({ Name = lower(coalesce(var.database_subnet_group_name, var.name)) }, var.tags, var.database_subnet_group_tags)
}

resource "aws_route_table" "database" {
  count = local.create_vpc && var.create_database_subnet_route_table ? local.database_route_tables : 0

  vpc_id           = local.vpc_id
  propagating_vgws = null

  # Its routes are resources of their own.
  dynamic "route" {
    for_each = []
    content {}
  }

  tags                   = merge({ Name = local.one_database_route_table ? "${var.name}-${var.database_subnet_suffix}" : format("${var.name}-${var.database_subnet_suffix}-%s", element(var.azs, count.index)) }, var.tags, var.database_route_table_tags)
  default_route_table_id = null
}

resource "aws_route_table_association" "database" {
  count = local.create_vpc ? local.database_subnets : 0

  subnet_id = element(aws_subnet.database[*].id, count.index)
  route_table_id = element(
    coalescelist(aws_route_table.database[*].id, aws_route_table.private[*].id),
    var.create_database_subnet_route_table && local.one_database_route_table ? 0 : count.index,
  )
}

resource "aws_route" "database_internet_gateway" {
  count = local.create_vpc && var.create_igw && var.create_database_subnet_route_table && var.create_database_internet_gateway_route && !var.create_database_nat_gateway_route ? min(1, local.database_subnets) : 0

  route_table_id              = aws_route_table.database[0].id
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

resource "aws_route" "database_nat_gateway" {
  count = local.create_vpc && var.enable_nat_gateway && var.create_database_subnet_route_table && var.create_database_nat_gateway_route && !var.create_database_internet_gateway_route ? local.database_route_tables : 0

  route_table_id              = element(aws_route_table.database[*].id, count.index)
  destination_cidr_block      = "0.0.0.0/0"
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

resource "aws_route" "database_ipv6_egress" {
  count = local.create_vpc && var.create_egress_only_igw && var.enable_ipv6 && var.create_database_subnet_route_table && var.create_database_internet_gateway_route ? min(1, local.database_subnets) : 0

  route_table_id              = aws_route_table.database[0].id
  destination_cidr_block      = null
  destination_ipv6_cidr_block = "::/0"
  destination_prefix_list_id  = null
  gateway_id                  = null
  nat_gateway_id              = null
  egress_only_gateway_id      = aws_egress_only_internet_gateway.this[0].id
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  network_interface_id        = null
  instance_id                 = null
}

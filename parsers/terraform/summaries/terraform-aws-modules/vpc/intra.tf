# Intra subnets have no way out of the VPC.

locals {
  intra_route_tables = var.create_multiple_intra_route_tables ? local.intra_subnets : min(1, local.intra_subnets)
}

resource "aws_subnet" "intra" {
  count = local.create_vpc ? local.intra_subnets : 0

  region                  = var.region
  vpc_id                  = local.vpc_id
  availability_zone       = element(local.zone_names, count.index)
  availability_zone_id    = element(local.zone_ids, count.index)
  outpost_arn             = null
  cidr_block              = var.intra_subnet_ipv6_native ? null : element(concat(var.intra_subnets, [""]), count.index)
  map_public_ip_on_launch = null

  tags = merge(
    { Name = try(var.intra_subnet_names[count.index], format("${var.name}-${var.intra_subnet_suffix}-%s", element(var.azs, count.index))) },
    var.tags,
    var.intra_subnet_tags,
  )
}

resource "aws_route_table" "intra" {
  count = local.create_vpc ? local.intra_route_tables : 0

  vpc_id           = local.vpc_id
  propagating_vgws = null

  # Its routes are resources of their own.
  dynamic "route" {
    for_each = []
    content {}
  }

  tags                   = merge({ Name = var.create_multiple_intra_route_tables ? format("${var.name}-${var.intra_subnet_suffix}-%s", element(var.azs, count.index)) : "${var.name}-${var.intra_subnet_suffix}" }, var.tags, var.intra_route_table_tags)
  default_route_table_id = null
}

resource "aws_route_table_association" "intra" {
  count = local.create_vpc ? local.intra_subnets : 0

  subnet_id      = element(aws_subnet.intra[*].id, count.index)
  route_table_id = element(aws_route_table.intra[*].id, var.create_multiple_intra_route_tables ? count.index : 0)
}

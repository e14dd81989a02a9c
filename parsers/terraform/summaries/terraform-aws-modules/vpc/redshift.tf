resource "aws_subnet" "redshift" {
  count = local.create_vpc ? local.redshift_subnets : 0

  region                  = var.region
  vpc_id                  = local.vpc_id
  availability_zone       = element(local.zone_names, count.index)
  availability_zone_id    = element(local.zone_ids, count.index)
  outpost_arn             = null
  cidr_block              = var.redshift_subnet_ipv6_native ? null : element(concat(var.redshift_subnets, [""]), count.index)
  map_public_ip_on_launch = null

  tags = merge(
    { Name = try(var.redshift_subnet_names[count.index], format("${var.name}-${var.redshift_subnet_suffix}-%s", element(var.azs, count.index))) },
    var.tags,
    var.redshift_subnet_tags,
  )
}

resource "aws_redshift_subnet_group" "redshift" {
  count = local.create_vpc && var.create_redshift_subnet_group ? min(1, local.redshift_subnets) : 0

  name       = lower(coalesce(var.redshift_subnet_group_name, var.name))
  subnet_ids = aws_subnet.redshift[*].id

  tags = merge({ Name = coalesce(var.redshift_subnet_group_name, var.name) }, var.tags, var.redshift_subnet_group_tags)
}

resource "aws_route_table" "redshift" {
  count = local.create_vpc && var.create_redshift_subnet_route_table ? min(1, local.redshift_subnets) : 0

  vpc_id           = local.vpc_id
  propagating_vgws = null

  # Its routes are resources of their own.
  dynamic "route" {
    for_each = []
    content {}
  }

  tags                   = merge({ Name = "${var.name}-${var.redshift_subnet_suffix}" }, var.tags, var.redshift_route_table_tags)
  default_route_table_id = null
}

resource "aws_route_table_association" "redshift" {
  count = local.create_vpc && !var.enable_public_redshift ? local.redshift_subnets : 0

  subnet_id = element(aws_subnet.redshift[*].id, count.index)
  route_table_id = element(
    coalescelist(aws_route_table.redshift[*].id, aws_route_table.private[*].id),
    var.single_nat_gateway || var.create_redshift_subnet_route_table ? 0 : count.index,
  )
}

resource "aws_route_table_association" "redshift_public" {
  count = local.create_vpc && var.enable_public_redshift ? local.redshift_subnets : 0

  subnet_id = element(aws_subnet.redshift[*].id, count.index)
  route_table_id = element(
    coalescelist(aws_route_table.redshift[*].id, aws_route_table.public[*].id),
    var.single_nat_gateway || var.create_redshift_subnet_route_table ? 0 : count.index,
  )
}

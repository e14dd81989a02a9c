resource "aws_subnet" "outpost" {
  count = local.create_vpc ? local.outpost_subnets : 0

  region                  = var.region
  vpc_id                  = local.vpc_id
  availability_zone       = var.outpost_az
  availability_zone_id    = null
  outpost_arn             = var.outpost_arn
  cidr_block              = var.outpost_subnet_ipv6_native ? null : element(concat(var.outpost_subnets, [""]), count.index)
  map_public_ip_on_launch = null

  tags = merge(
    { Name = try(var.outpost_subnet_names[count.index], format("${var.name}-${var.outpost_subnet_suffix}-%s", var.outpost_az)) },
    var.tags,
    var.outpost_subnet_tags,
  )
}

resource "aws_route_table_association" "outpost" {
  count = local.create_vpc ? local.outpost_subnets : 0

  subnet_id      = element(aws_subnet.outpost[*].id, count.index)
  route_table_id = element(aws_route_table.private[*].id, var.single_nat_gateway ? 0 : count.index)
}

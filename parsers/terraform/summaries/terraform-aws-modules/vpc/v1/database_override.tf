# In v1 the database subnets have one route table at most, and its NAT routes go into the tables of the private subnets.
locals {
  one_database_route_table = true
}

resource "aws_route" "database_nat_gateway" {
  count = local.create_vpc && var.enable_nat_gateway && var.create_database_subnet_route_table && var.create_database_nat_gateway_route && !var.create_database_internet_gateway_route ? min(1, local.database_subnets) * local.nat_gateway_count : 0

  route_table_id = element(aws_route_table.private[*].id, count.index)
}

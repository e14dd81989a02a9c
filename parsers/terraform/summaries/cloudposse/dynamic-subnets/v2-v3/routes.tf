locals {
  igw_given = length(var.igw_id) > 0

  # Route tables of one's own, none, one for each subnet, or one for all.
  public_dns64       = local.public6 && var.public_dns64_nat64_enabled
  one_public_table   = var.public_route_table_per_subnet_enabled == null ? !local.public_dns64 : !var.public_route_table_per_subnet_enabled
  new_public_tables  = local.public && var.public_route_table_enabled ? (local.one_public_table ? 1 : length(local.public_zones)) : 0
  own_public_tables  = local.public ? length(var.public_route_table_ids) : 0
  public_tables      = length(var.public_route_table_ids) == 0 ? local.new_public_tables : local.own_public_tables
  make_public_tables = local.public && var.public_route_table_enabled && length(var.public_route_table_ids) == 0
  public_table_ids   = local.make_public_tables ? aws_route_table.public[*].id : var.public_route_table_ids
  private_tables     = local.private && var.private_route_table_enabled ? length(local.private_zones) : 0
}

resource "aws_route_table" "public" {
  count = local.make_public_tables ? local.public_tables : 0

  vpc_id           = var.vpc_id
  propagating_vgws = null

  # Its routes are resources of their own.
  dynamic "route" {
    for_each = []
    content {}
  }

  tags                   = module.public_label.tags
  default_route_table_id = null
}

resource "aws_route_table_association" "public" {
  count = local.public && var.public_route_table_enabled ? length(local.public_zones) : 0

  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = element(local.public_table_ids, count.index)
}

resource "aws_route" "public" {
  count = local.public4 && local.igw_given ? local.public_tables : 0

  route_table_id              = local.public_table_ids[count.index]
  destination_cidr_block      = "0.0.0.0/0"
  destination_ipv6_cidr_block = null
  destination_prefix_list_id  = null
  gateway_id                  = var.igw_id[0]
  nat_gateway_id              = null
  egress_only_gateway_id      = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  network_interface_id        = null
  instance_id                 = null
}

resource "aws_route" "public6" {
  count = local.public6 && local.igw_given ? local.public_tables : 0

  route_table_id              = local.public_table_ids[count.index]
  destination_cidr_block      = null
  destination_ipv6_cidr_block = "::/0"
  destination_prefix_list_id  = null
  gateway_id                  = var.igw_id[0]
  nat_gateway_id              = null
  egress_only_gateway_id      = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  network_interface_id        = null
  instance_id                 = null
}

resource "aws_route_table" "private" {
  count = local.private_tables

  vpc_id           = var.vpc_id
  propagating_vgws = null

  # Its routes are resources of their own.
  dynamic "route" {
    for_each = []
    content {}
  }

  tags                   = merge(module.private_label.tags, { Name = format("%s%s%s", module.private_label.id, module.this.delimiter, local.abbreviations[local.private_zones[count.index]]) })
  default_route_table_id = null
}

resource "aws_route_table_association" "private" {
  count = local.private_tables

  subnet_id      = aws_subnet.private[count.index].id
  route_table_id = element(aws_route_table.private[*].id, count.index)
}

resource "aws_route" "private6" {
  count = local.enabled && var.ipv6_enabled && length(var.ipv6_egress_only_igw_id) > 0 ? local.private_tables : 0

  route_table_id              = aws_route_table.private[count.index].id
  destination_cidr_block      = null
  destination_ipv6_cidr_block = "::/0"
  destination_prefix_list_id  = null
  gateway_id                  = null
  nat_gateway_id              = null
  egress_only_gateway_id      = var.ipv6_egress_only_igw_id[0]
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  network_interface_id        = null
  instance_id                 = null
}

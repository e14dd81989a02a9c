locals {
  enabled = module.this.enabled
  vpc_id  = join("", data.aws_vpc.default[*].id)
  zones   = local.enabled ? var.availability_zones : []

  public_label      = "public"
  private_label     = "private"
  public_type_tags  = { (var.subnet_type_tag_key) = format(var.subnet_type_tag_value_format, "public") }
  private_type_tags = { (var.subnet_type_tag_key) = format(var.subnet_type_tag_value_format, "private") }

  # Addresses are set aside for as many zones as the region has, the lower half for private subnets.
  reserved = var.max_subnet_count == 0 ? length(flatten(data.aws_availability_zones.available[*].names)) : var.max_subnet_count
  bits     = ceil(log(local.reserved * 2, 2))
  cidr     = try(coalesce(var.cidr_block, join("", data.aws_vpc.default[*].cidr_block)), "")

  given_table = local.enabled && var.vpc_default_route_table_id != ""
  new_table   = local.enabled && var.vpc_default_route_table_id == ""
}

data "aws_vpc" "default" {
  count = local.enabled ? 1 : 0

  id = var.vpc_id
}

data "aws_availability_zones" "available" {
  count = local.enabled ? 1 : 0
}

resource "aws_subnet" "public" {
  count = length(local.zones)

  vpc_id                  = local.vpc_id
  availability_zone       = element(var.availability_zones, count.index)
  availability_zone_id    = null
  outpost_arn             = null
  cidr_block              = cidrsubnet(local.cidr, local.bits, local.reserved + count.index)
  map_public_ip_on_launch = var.map_public_ip_on_launch

  tags = merge(module.public_label.tags, { Name = format("%s%s%s", module.public_label.id, module.this.delimiter, local.zone_labels[count.index]) })
}

resource "aws_route_table" "public" {
  count = local.new_table ? 1 : 0

  vpc_id           = local.vpc_id
  propagating_vgws = null

  # Its routes are resources of their own.
  dynamic "route" {
    for_each = []
    content {}
  }

  tags                   = module.public_label.tags
  default_route_table_id = null
}

resource "aws_route" "public" {
  count = local.new_table ? 1 : 0

  route_table_id              = join("", aws_route_table.public[*].id)
  destination_cidr_block      = "0.0.0.0/0"
  destination_ipv6_cidr_block = null
  destination_prefix_list_id  = null
  gateway_id                  = var.igw_id
  nat_gateway_id              = null
  egress_only_gateway_id      = null
  transit_gateway_id          = null
  vpc_endpoint_id             = null
  network_interface_id        = null
  instance_id                 = null
}

resource "aws_route_table_association" "public" {
  count = local.new_table ? length(local.zones) : 0

  subnet_id      = element(aws_subnet.public[*].id, count.index)
  route_table_id = aws_route_table.public[0].id
}

resource "aws_route_table_association" "public_default" {
  count = local.given_table ? length(local.zones) : 0

  subnet_id      = element(aws_subnet.public[*].id, count.index)
  route_table_id = var.vpc_default_route_table_id
}

resource "aws_subnet" "private" {
  count = length(local.zones)

  vpc_id                  = local.vpc_id
  availability_zone       = element(var.availability_zones, count.index)
  availability_zone_id    = null
  outpost_arn             = null
  cidr_block              = cidrsubnet(local.cidr, local.bits, count.index)
  map_public_ip_on_launch = null

  tags = merge(module.private_label.tags, { Name = format("%s%s%s", module.private_label.id, module.this.delimiter, local.zone_labels[count.index]) })
}

resource "aws_route_table" "private" {
  count = length(local.zones)

  vpc_id           = local.vpc_id
  propagating_vgws = null

  # Its routes are resources of their own.
  dynamic "route" {
    for_each = []
    content {}
  }

  tags                   = merge(module.private_label.tags, { Name = format("%s%s%s", module.private_label.id, module.this.delimiter, local.zone_labels[count.index]) })
  default_route_table_id = null
}

resource "aws_route_table_association" "private" {
  count = length(local.zones)

  subnet_id      = element(aws_subnet.private[*].id, count.index)
  route_table_id = element(aws_route_table.private[*].id, count.index)
}

resource "aws_eip" "nat" {
  count = local.create_vpc && var.enable_nat_gateway && !var.reuse_nat_ips ? local.nat_gateway_count : 0

  region                   = var.region
  instance                 = null
  network_interface        = null
  public_ipv4_pool         = null
  customer_owned_ipv4_pool = null
  ipam_pool_id             = null
  address                  = null

  tags = merge(
    { Name = format("${var.name}-%s", element(var.azs, var.single_nat_gateway ? 0 : count.index)) },
    var.tags,
    var.nat_eip_tags,
  )
}

resource "aws_nat_gateway" "this" {
  count = local.create_vpc && var.enable_nat_gateway ? local.nat_gateway_count : 0

  region            = var.region
  subnet_id         = element(aws_subnet.public[*].id, var.single_nat_gateway ? 0 : count.index)
  allocation_id     = element(var.reuse_nat_ips ? var.external_nat_ip_ids : aws_eip.nat[*].id, var.single_nat_gateway ? 0 : count.index)
  connectivity_type = null
  availability_mode = null
  vpc_id            = null

  secondary_allocation_ids = null

  dynamic "availability_zone_address" {
    for_each = []
    content {}
  }

  tags = merge(
    { Name = format("${var.name}-%s", element(var.azs, var.single_nat_gateway ? 0 : count.index)) },
    var.tags,
    var.nat_gateway_tags,
  )
}

locals {
  default_name = join(module.this.delimiter, [module.this.id, "default"])
}

resource "aws_default_route_table" "default" {
  count = local.enabled && var.default_route_table_no_routes ? 1 : 0

  default_route_table_id = aws_vpc.default[0].default_route_table_id

  dynamic "route" {
    for_each = []
    content {}
  }

  tags   = merge(module.this.tags, { Name = local.default_name })
  vpc_id = null
}

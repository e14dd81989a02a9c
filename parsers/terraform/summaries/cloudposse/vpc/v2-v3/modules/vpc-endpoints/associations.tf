# Since v2 subnets, groups and route tables are bound to the endpoints by resources of their own.

resource "aws_vpc_endpoint_route_table_association" "gateway" {
  for_each = merge([for k, v in local.gateways : { for i, id in v.route_table_ids : "${k}[${i}]" => { endpoint = k, table = id } }]...)

  route_table_id  = each.value.table
  vpc_endpoint_id = aws_vpc_endpoint.gateway_endpoint[each.value.endpoint].id
}

locals {
  endpoint_subnets = { for k, v in local.interfaces : k => null }
}

resource "aws_vpc_endpoint_subnet_association" "interface" {
  for_each = merge([for k, v in local.interfaces : { for i, id in v.subnet_ids : "${k}[${i}]" => { endpoint = k, subnet = id } }]...)

  subnet_id       = each.value.subnet
  vpc_endpoint_id = aws_vpc_endpoint.interface_endpoint[each.value.endpoint].id
}

resource "aws_vpc_endpoint_security_group_association" "interface" {
  for_each = merge([for k, v in local.interfaces : { for i, id in v.security_group_ids : "${k}[${i}]" => { endpoint = k, group = id } if i >= local.groups_within }]...)

  security_group_id = each.value.group
  vpc_endpoint_id   = aws_vpc_endpoint.interface_endpoint[each.value.endpoint].id
}

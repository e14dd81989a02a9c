locals {
  private_ipv6_routes = local.private_subnets
}

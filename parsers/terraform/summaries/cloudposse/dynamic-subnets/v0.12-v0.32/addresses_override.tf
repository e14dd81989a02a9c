# Until 0.32 there were no NAT gateways where addresses were given: those were for NAT instances.
locals {
  given_addresses = var.existing_nat_ips
  nat_gateways    = local.enabled && var.nat_gateway_enabled && length(local.given_addresses) == 0
}

# Since v3 there is a NAT device for each zone, up to a most, in one of its public subnets or in several, and private
# subnets take those of their zone, or in turn of the others.
locals {
  nat_indices = var.nat_gateway_public_subnet_names == null ? var.nat_gateway_public_subnet_indices : [
    for name in var.nat_gateway_public_subnet_names : index(local.public_names, name)
  ]
  nat_subnets = local.useful_gateways ? flatten([
    for zone in range(min(length(local.zones), var.max_nats)) : [
      for i in local.nat_indices : zone * local.public_per_zone + i if i >= 0 && i < local.public_per_zone
    ]
  ]) : []
  private_nat = [for i in range(local.private_tables) :
    (floor(i / local.private_per_zone) * length(local.nat_indices) + (i % local.private_per_zone) % length(local.nat_indices)) % length(local.nat_subnets)
  ]
  public_nat = [for i in range(local.public_tables) :
    (floor(i / local.public_per_zone) * length(local.nat_indices) + (i % local.public_per_zone) % length(local.nat_indices)) % length(local.nat_subnets)
  ]
}

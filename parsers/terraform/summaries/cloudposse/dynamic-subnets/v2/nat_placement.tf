# In v2 the first public subnets have the NAT devices, one each, and private subnets take them in turn.
locals {
  nat_subnets = range(min(length(local.zones) * var.subnets_per_az_count, var.max_nats))
  private_nat = [for i in range(local.private_tables) : i % length(local.nat_subnets)]
  public_nat  = [for i in range(local.public_tables) : i % length(local.nat_subnets)]
}

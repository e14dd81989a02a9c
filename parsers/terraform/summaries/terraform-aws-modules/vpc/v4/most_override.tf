# v4 alone counts intra subnets among those that decide the number of NAT gateways.
locals {
  most_subnets = max(local.public_subnets, local.private_subnets, local.intra_subnets, local.database_subnets, local.elasticache_subnets, local.redshift_subnets)
}

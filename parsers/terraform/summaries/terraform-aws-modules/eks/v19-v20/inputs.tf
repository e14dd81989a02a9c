locals {
  service_ipv6_cidr = var.cluster_service_ipv6_cidr
  on_outposts       = length(var.outpost_config) > 0
  outposts          = local.on_outposts ? [var.outpost_config] : []
  encrypts          = length(var.cluster_encryption_config) > 0 && !local.on_outposts
}

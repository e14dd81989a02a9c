locals {
  subnets              = var.subnet_ids
  placements           = length(var.placement) > 0 ? [var.placement] : []
  network_interfaces   = var.network_interfaces
  security_groups      = compact(concat([var.cluster_primary_security_group_id], var.vpc_security_group_ids))
  desired_size_type    = null
  maintenance_policies = []
}

locals {
  subnets                = var.subnet_ids
  placements             = length(var.placement) > 0 ? [var.placement] : []
  network_interfaces     = var.network_interfaces
  security_groups        = compact(concat([var.cluster_primary_security_group_id], var.vpc_security_group_ids))
  instance_types         = var.instance_types
  template_instance_type = null
}

locals {
  security_groups    = var.vpc_security_group_ids
  source_dest_check  = length(var.network_interface) > 0 ? null : var.source_dest_check
  network_interfaces = var.network_interface
  keeps_interfaces   = false
  root_block_devices = var.root_block_device
  ebs_block_devices  = var.ebs_block_device
}

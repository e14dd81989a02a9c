locals {
  has_interfaces    = try(length(var.network_interface), -1) >= 0
  source_dest_check = local.has_interfaces ? null : var.source_dest_check
  network_interfaces = { for key, interface in var.network_interface != null ? var.network_interface : {} : key => {
    network_interface_id  = interface.network_interface_id
    device_index          = coalesce(lookup(interface, "device_index", null), key)
    network_card_index    = lookup(interface, "network_card_index", null)
    delete_on_termination = lookup(interface, "delete_on_termination", null)
  } }
  keeps_interfaces = null

  root_block_devices = [for device in var.root_block_device[*] : {
    delete_on_termination = lookup(device, "delete_on_termination", null)
    encrypted             = lookup(device, "encrypted", null)
    iops                  = lookup(device, "iops", null)
    kms_key_id            = lookup(device, "kms_key_id", null)
    tags                  = lookup(device, "tags", null)
    throughput            = lookup(device, "throughput", null)
    volume_size           = lookup(device, "size", null)
    volume_type           = lookup(device, "type", null)
  }]
  # Since v6 other volumes are resources of their own.
  ebs_block_devices = []

  instance_id = var.create_spot_instance ? aws_spot_instance_request.this[0].spot_instance_id : var.ignore_ami_changes ? aws_instance.ignore_ami[0].id : aws_instance.this[0].id
  zone        = var.create_spot_instance ? aws_spot_instance_request.this[0].availability_zone : var.ignore_ami_changes ? aws_instance.ignore_ami[0].availability_zone : aws_instance.this[0].availability_zone
}

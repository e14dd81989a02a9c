# The same instance once more, for those that are not replaced with their image.
resource "aws_instance" "ignore_ami" {
  count = local.create && var.ignore_ami_changes && !var.create_spot_instance ? 1 : 0

  ami           = local.ami
  instance_type = var.instance_type
  key_name      = var.key_name
  tags          = local.tags

  subnet_id                   = var.subnet_id
  availability_zone           = var.availability_zone
  placement_group             = var.placement_group
  private_ip                  = var.private_ip
  associate_public_ip_address = var.associate_public_ip_address
  source_dest_check           = local.source_dest_check
  security_groups             = null
  vpc_security_group_ids      = local.security_groups
  dynamic "network_interface" {
    for_each = local.network_interfaces
    content {
      network_interface_id  = lookup(network_interface.value, "network_interface_id", null)
      device_index          = network_interface.value.device_index
      network_card_index    = lookup(network_interface.value, "network_card_index", null)
      delete_on_termination = lookup(network_interface.value, "delete_on_termination", local.keeps_interfaces)
    }
  }
  dynamic "primary_network_interface" {
    for_each = []
    content {}
  }

  iam_instance_profile        = local.instance_profile
  user_data                   = var.user_data
  user_data_base64            = var.user_data_base64
  user_data_replace_on_change = var.user_data_replace_on_change

  instance_initiated_shutdown_behavior = var.instance_initiated_shutdown_behavior

  dynamic "launch_template" {
    for_each = try(length(var.launch_template) > 0, false) ? [var.launch_template] : []
    content {
      id      = lookup(launch_template.value, "id", null)
      name    = lookup(launch_template.value, "name", null)
      version = lookup(launch_template.value, "version", null)
    }
  }

  dynamic "root_block_device" {
    for_each = local.root_block_devices
    content {
      delete_on_termination = lookup(root_block_device.value, "delete_on_termination", null)
      encrypted             = lookup(root_block_device.value, "encrypted", null)
      iops                  = lookup(root_block_device.value, "iops", null)
      kms_key_id            = lookup(root_block_device.value, "kms_key_id", null)
      tags                  = lookup(root_block_device.value, "tags", null)
      throughput            = lookup(root_block_device.value, "throughput", null)
      volume_size           = lookup(root_block_device.value, "volume_size", null)
      volume_type           = lookup(root_block_device.value, "volume_type", null)
    }
  }
  dynamic "ebs_block_device" {
    for_each = local.ebs_block_devices
    content {
      device_name           = ebs_block_device.value.device_name
      delete_on_termination = lookup(ebs_block_device.value, "delete_on_termination", null)
      encrypted             = lookup(ebs_block_device.value, "encrypted", null)
      iops                  = lookup(ebs_block_device.value, "iops", null)
      kms_key_id            = lookup(ebs_block_device.value, "kms_key_id", null)
      snapshot_id           = lookup(ebs_block_device.value, "snapshot_id", null)
      tags                  = lookup(ebs_block_device.value, "tags", null)
      throughput            = lookup(ebs_block_device.value, "throughput", null)
      volume_size           = lookup(ebs_block_device.value, "volume_size", null)
      volume_type           = lookup(ebs_block_device.value, "volume_type", null)
    }
  }
  dynamic "instance_market_options" {
    for_each = []
    content {}
  }

  lifecycle {
    ignore_changes = [ami]
  }
}

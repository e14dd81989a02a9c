resource "aws_instance" "this" {
  count = var.instance_count

  ami           = var.ami
  instance_type = var.instance_type
  key_name      = var.key_name
  tags          = merge({ Name = var.instance_count > 1 || var.use_num_suffix ? format("%s${var.num_suffix_format}", var.name, count.index + 1) : var.name }, var.tags)

  subnet_id                   = length(var.network_interface) > 0 ? null : element(distinct(compact(concat([var.subnet_id], var.subnet_ids))), count.index)
  availability_zone           = null
  placement_group             = var.placement_group
  private_ip                  = length(var.private_ips) > 0 ? element(var.private_ips, count.index) : var.private_ip
  associate_public_ip_address = var.associate_public_ip_address
  source_dest_check           = length(var.network_interface) > 0 ? null : var.source_dest_check
  security_groups             = null
  vpc_security_group_ids      = var.vpc_security_group_ids
  dynamic "network_interface" {
    for_each = var.network_interface
    content {
      network_interface_id  = lookup(network_interface.value, "network_interface_id", null)
      device_index          = network_interface.value.device_index
      network_card_index    = lookup(network_interface.value, "network_card_index", null)
      delete_on_termination = lookup(network_interface.value, "delete_on_termination", false)
    }
  }
  dynamic "primary_network_interface" {
    for_each = []
    content {}
  }

  iam_instance_profile = var.iam_instance_profile
  user_data            = var.user_data
  user_data_base64     = var.user_data_base64

  instance_initiated_shutdown_behavior = var.instance_initiated_shutdown_behavior

  dynamic "launch_template" {
    for_each = []
    content {}
  }

  dynamic "root_block_device" {
    for_each = var.root_block_device
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
    for_each = var.ebs_block_device
    content {
      device_name           = ebs_block_device.value.device_name
      delete_on_termination = lookup(ebs_block_device.value, "delete_on_termination", null)
      encrypted             = lookup(ebs_block_device.value, "encrypted", null)
      iops                  = lookup(ebs_block_device.value, "iops", null)
      kms_key_id            = lookup(ebs_block_device.value, "kms_key_id", null)
      snapshot_id           = lookup(ebs_block_device.value, "snapshot_id", null)
      tags                  = null
      throughput            = lookup(ebs_block_device.value, "throughput", null)
      volume_size           = lookup(ebs_block_device.value, "volume_size", null)
      volume_type           = lookup(ebs_block_device.value, "volume_type", null)
    }
  }
  dynamic "instance_market_options" {
    for_each = []
    content {}
  }
}

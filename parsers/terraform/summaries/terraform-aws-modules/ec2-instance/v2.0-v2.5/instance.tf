# Up to 2.5 instances of burstable types were resources of their own.
locals {
  burstable = replace(var.instance_type, "/^t[23]{1}\\..*$/", "1") == "1" ? 1 : 0
}

resource "aws_instance" "this" {
  count = max(0, var.instance_count * (1 - local.burstable))

  ami           = var.ami
  instance_type = var.instance_type
  key_name      = var.key_name
  tags          = merge({ Name = var.instance_count > 1 || var.use_num_suffix ? format("%s-%d", var.name, count.index + 1) : var.name }, var.tags)

  subnet_id                   = element(distinct(compact(concat([var.subnet_id], var.subnet_ids))), count.index)
  availability_zone           = null
  placement_group             = var.placement_group
  private_ip                  = length(var.private_ips) > 0 ? element(var.private_ips, count.index) : var.private_ip
  associate_public_ip_address = var.associate_public_ip_address
  source_dest_check           = var.source_dest_check
  security_groups             = null
  vpc_security_group_ids      = var.vpc_security_group_ids
  dynamic "network_interface" {
    for_each = []
    content {}
  }
  dynamic "primary_network_interface" {
    for_each = []
    content {}
  }

  iam_instance_profile = var.iam_instance_profile
  user_data            = var.user_data
  user_data_base64     = null

  instance_initiated_shutdown_behavior = var.instance_initiated_shutdown_behavior

  dynamic "launch_template" {
    for_each = []
    content {}
  }

  dynamic "root_block_device" {
    for_each = var.root_block_device
    content {
      delete_on_termination = lookup(root_block_device.value, "delete_on_termination", null)
      iops                  = lookup(root_block_device.value, "iops", null)
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
      snapshot_id           = lookup(ebs_block_device.value, "snapshot_id", null)
      volume_size           = lookup(ebs_block_device.value, "volume_size", null)
      volume_type           = lookup(ebs_block_device.value, "volume_type", null)
    }
  }
  dynamic "instance_market_options" {
    for_each = []
    content {}
  }

  lifecycle {
    ignore_changes = [root_block_device, ebs_block_device]
  }
}

resource "aws_instance" "this_t2" {
  count = max(0, var.instance_count * local.burstable)

  ami           = var.ami
  instance_type = var.instance_type
  key_name      = var.key_name
  tags          = merge({ Name = var.instance_count > 1 || var.use_num_suffix ? format("%s-%d", var.name, count.index + 1) : var.name }, var.tags)

  subnet_id                   = element(distinct(compact(concat([var.subnet_id], var.subnet_ids))), count.index)
  availability_zone           = null
  placement_group             = var.placement_group
  private_ip                  = length(var.private_ips) > 0 ? element(var.private_ips, count.index) : var.private_ip
  associate_public_ip_address = var.associate_public_ip_address
  source_dest_check           = var.source_dest_check
  security_groups             = null
  vpc_security_group_ids      = var.vpc_security_group_ids
  dynamic "network_interface" {
    for_each = []
    content {}
  }
  dynamic "primary_network_interface" {
    for_each = []
    content {}
  }

  iam_instance_profile = var.iam_instance_profile
  user_data            = var.user_data
  user_data_base64     = null

  instance_initiated_shutdown_behavior = var.instance_initiated_shutdown_behavior

  dynamic "launch_template" {
    for_each = []
    content {}
  }

  dynamic "root_block_device" {
    for_each = var.root_block_device
    content {
      delete_on_termination = lookup(root_block_device.value, "delete_on_termination", null)
      iops                  = lookup(root_block_device.value, "iops", null)
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
      snapshot_id           = lookup(ebs_block_device.value, "snapshot_id", null)
      volume_size           = lookup(ebs_block_device.value, "volume_size", null)
      volume_type           = lookup(ebs_block_device.value, "volume_type", null)
    }
  }
  dynamic "instance_market_options" {
    for_each = []
    content {}
  }

  lifecycle {
    ignore_changes = [root_block_device, ebs_block_device]
  }
}

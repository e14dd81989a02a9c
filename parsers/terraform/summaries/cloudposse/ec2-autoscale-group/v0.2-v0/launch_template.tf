resource "aws_launch_template" "default" {
  count = module.this.enabled ? 1 : 0

  name                   = null
  name_prefix            = "${module.this.id}${module.this.delimiter}"
  tags                   = module.this.tags
  image_id               = var.image_id
  instance_type          = var.instance_type
  key_name               = var.key_name
  user_data              = var.user_data != "" ? base64encode(var.user_data) : var.user_data_base64
  default_version        = null
  update_default_version = var.update_default_version
  security_group_names   = null
  vpc_security_group_ids = null

  dynamic "iam_instance_profile" {
    for_each = var.iam_instance_profile_name != "" ? [var.iam_instance_profile_name] : []
    content {
      name = iam_instance_profile.value
    }
  }

  # An interface that exists brings its own groups and addresses.
  network_interfaces {
    device_index                = 0
    network_interface_id        = var.network_interface_id
    description                 = var.network_interface_id == null ? module.this.id : null
    associate_public_ip_address = var.network_interface_id == null ? var.associate_public_ip_address : null
    delete_on_termination       = var.network_interface_id == null ? true : false
    security_groups             = var.network_interface_id == null ? var.security_group_ids : null
  }

  dynamic "block_device_mappings" {
    for_each = var.block_device_mappings
    content {
      device_name  = lookup(block_device_mappings.value, "device_name", null)
      no_device    = lookup(block_device_mappings.value, "no_device", null)
      virtual_name = lookup(block_device_mappings.value, "virtual_name", null)
      dynamic "ebs" {
        for_each = lookup(block_device_mappings.value, "ebs", null)[*]
        content {
          delete_on_termination = lookup(ebs.value, "delete_on_termination", null)
          encrypted             = lookup(ebs.value, "encrypted", null)
          iops                  = lookup(ebs.value, "iops", null)
          kms_key_id            = lookup(ebs.value, "kms_key_id", null)
          snapshot_id           = lookup(ebs.value, "snapshot_id", null)
          throughput            = lookup(ebs.value, "throughput", null)
          volume_size           = lookup(ebs.value, "volume_size", null)
          volume_type           = lookup(ebs.value, "volume_type", null)
        }
      }
    }
  }

  dynamic "instance_market_options" {
    for_each = var.instance_market_options[*]
    content {
      market_type = lookup(instance_market_options.value, "market_type", null)
      dynamic "spot_options" {
        for_each = lookup(instance_market_options.value, "spot_options", null)[*]
        content {
          block_duration_minutes         = lookup(spot_options.value, "block_duration_minutes", null)
          instance_interruption_behavior = lookup(spot_options.value, "instance_interruption_behavior", null)
          max_price                      = lookup(spot_options.value, "max_price", null)
          spot_instance_type             = lookup(spot_options.value, "spot_instance_type", null)
          valid_until                    = lookup(spot_options.value, "valid_until", null)
        }
      }
    }
  }

  dynamic "capacity_reservation_specification" {
    for_each = []
    content {}
  }

  dynamic "placement" {
    for_each = var.placement[*]
    content {
      affinity          = lookup(placement.value, "affinity", null)
      availability_zone = lookup(placement.value, "availability_zone", null)
      group_name        = lookup(placement.value, "group_name", null)
      host_id           = lookup(placement.value, "host_id", null)
      tenancy           = lookup(placement.value, "tenancy", null)
    }
  }
}

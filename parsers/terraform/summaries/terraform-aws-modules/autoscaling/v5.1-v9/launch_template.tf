resource "aws_launch_template" "this" {
  count = var.create_launch_template ? 1 : 0

  name        = var.launch_template_use_name_prefix ? null : coalesce(var.launch_template_name, var.name)
  name_prefix = var.launch_template_use_name_prefix ? "${coalesce(var.launch_template_name, var.name)}-" : null
  tags        = merge(var.tags, var.launch_template_tags)

  image_id               = var.image_id
  instance_type          = var.instance_type
  key_name               = var.key_name
  user_data              = local.user_data
  default_version        = var.default_version
  update_default_version = var.update_default_version
  security_group_names   = null
  vpc_security_group_ids = local.instance_groups

  dynamic "iam_instance_profile" {
    for_each = local.profile_name != null || local.profile_arn != null ? [1] : []
    content {
      name = local.profile_name
      arn  = local.profile_arn
    }
  }

  dynamic "network_interfaces" {
    for_each = var.network_interfaces[*]
    content {
      associate_carrier_ip_address = lookup(network_interfaces.value, "associate_carrier_ip_address", null)
      associate_public_ip_address  = lookup(network_interfaces.value, "associate_public_ip_address", null)
      delete_on_termination        = lookup(network_interfaces.value, "delete_on_termination", null)
      description                  = lookup(network_interfaces.value, "description", null)
      device_index                 = lookup(network_interfaces.value, "device_index", null)
      interface_type               = lookup(network_interfaces.value, "interface_type", null)
      ipv4_address_count           = lookup(network_interfaces.value, "ipv4_address_count", null)
      ipv4_addresses               = lookup(network_interfaces.value, "ipv4_addresses", local.no_addresses)
      ipv4_prefix_count            = lookup(network_interfaces.value, "ipv4_prefix_count", null)
      ipv4_prefixes                = lookup(network_interfaces.value, "ipv4_prefixes", null)
      ipv6_address_count           = lookup(network_interfaces.value, "ipv6_address_count", null)
      ipv6_addresses               = lookup(network_interfaces.value, "ipv6_addresses", local.no_addresses)
      ipv6_prefix_count            = lookup(network_interfaces.value, "ipv6_prefix_count", null)
      ipv6_prefixes                = lookup(network_interfaces.value, "ipv6_prefixes", local.no_prefixes)
      network_card_index           = lookup(network_interfaces.value, "network_card_index", null)
      network_interface_id         = lookup(network_interfaces.value, "network_interface_id", null)
      primary_ipv6                 = lookup(network_interfaces.value, "primary_ipv6", null)
      private_ip_address           = lookup(network_interfaces.value, "private_ip_address", null)
      security_groups              = compact(concat(lookup(network_interfaces.value, "security_groups", []), local.interface_groups))
      subnet_id                    = lookup(network_interfaces.value, "subnet_id", null)
      dynamic "connection_tracking_specification" {
        for_each = lookup(network_interfaces.value, "connection_tracking_specification", null)[*]
        content {
          tcp_established_timeout = lookup(connection_tracking_specification.value, "tcp_established_timeout", null)
          udp_stream_timeout      = lookup(connection_tracking_specification.value, "udp_stream_timeout", null)
          udp_timeout             = lookup(connection_tracking_specification.value, "udp_timeout", null)
        }
      }
      dynamic "ena_srd_specification" {
        for_each = lookup(network_interfaces.value, "ena_srd_specification", null)[*]
        content {
          ena_srd_enabled = lookup(ena_srd_specification.value, "ena_srd_enabled", null)
          dynamic "ena_srd_udp_specification" {
            for_each = lookup(ena_srd_specification.value, "ena_srd_udp_specification", null)[*]
            content {
              ena_srd_udp_enabled = lookup(ena_srd_udp_specification.value, "ena_srd_udp_enabled", null)
            }
          }
        }
      }
    }
  }

  dynamic "block_device_mappings" {
    for_each = var.block_device_mappings[*]
    content {
      device_name  = lookup(block_device_mappings.value, "device_name", null)
      no_device    = lookup(block_device_mappings.value, "no_device", null)
      virtual_name = lookup(block_device_mappings.value, "virtual_name", null)
      dynamic "ebs" {
        for_each = lookup(block_device_mappings.value, "ebs", null)[*]
        content {
          delete_on_termination      = lookup(ebs.value, "delete_on_termination", null)
          encrypted                  = lookup(ebs.value, "encrypted", null)
          iops                       = lookup(ebs.value, "iops", null)
          kms_key_id                 = lookup(ebs.value, "kms_key_id", null)
          snapshot_id                = lookup(ebs.value, "snapshot_id", null)
          throughput                 = lookup(ebs.value, "throughput", null)
          volume_initialization_rate = lookup(ebs.value, "volume_initialization_rate", null)
          volume_size                = lookup(ebs.value, "volume_size", null)
          volume_type                = lookup(ebs.value, "volume_type", null)
        }
      }
    }
  }

  dynamic "instance_market_options" {
    for_each = try(length(var.instance_market_options) > 0, false) ? [var.instance_market_options] : []
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
    for_each = try(length(var.capacity_reservation_specification) > 0, false) ? [var.capacity_reservation_specification] : []
    content {
      capacity_reservation_preference = lookup(capacity_reservation_specification.value, "capacity_reservation_preference", null)
      dynamic "capacity_reservation_target" {
        for_each = lookup(capacity_reservation_specification.value, "capacity_reservation_target", null)[*]
        content {
          capacity_reservation_id                 = lookup(capacity_reservation_target.value, "capacity_reservation_id", null)
          capacity_reservation_resource_group_arn = lookup(capacity_reservation_target.value, "capacity_reservation_resource_group_arn", null)
        }
      }
    }
  }

  dynamic "placement" {
    for_each = try(length(var.placement) > 0, false) ? [var.placement] : []
    content {
      affinity                = lookup(placement.value, "affinity", null)
      availability_zone       = lookup(placement.value, "availability_zone", null)
      group_id                = lookup(placement.value, "group_id", null)
      group_name              = lookup(placement.value, "group_name", null)
      host_id                 = lookup(placement.value, "host_id", null)
      host_resource_group_arn = lookup(placement.value, "host_resource_group_arn", null)
      partition_number        = lookup(placement.value, "partition_number", null)
      spread_domain           = lookup(placement.value, "spread_domain", null)
      tenancy                 = lookup(placement.value, "tenancy", null)
    }
  }

  dynamic "tag_specifications" {
    for_each = var.tag_specifications[*]
    content {
      resource_type = lookup(tag_specifications.value, "resource_type", null)
      tags          = merge(var.tags, lookup(tag_specifications.value, "tags", {}))
    }
  }
}

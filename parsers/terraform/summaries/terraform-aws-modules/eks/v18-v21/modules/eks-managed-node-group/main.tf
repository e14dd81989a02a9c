locals {
  create_role = var.create && var.create_iam_role
  role_name   = coalesce(var.iam_role_name, "${var.name}-eks-node-group")
  given_role  = var.iam_role_arn

  launch_template = coalesce(var.launch_template_name, "${var.name}-eks-node-group")
}

resource "aws_eks_node_group" "this" {
  count = var.create ? 1 : 0

  cluster_name           = var.cluster_name
  node_group_name        = var.use_name_prefix ? null : var.name
  node_group_name_prefix = var.use_name_prefix ? "${var.name}-" : null
  node_role_arn          = var.create_iam_role ? aws_iam_role.this[0].arn : var.iam_role_arn
  tags                   = merge(var.tags, { Name = var.name })

  subnet_ids = local.subnets
  scaling_config {
    min_size     = var.min_size
    max_size     = var.max_size
    desired_size = var.desired_size
  }
  dynamic "update_config" {
    for_each = try(length(var.update_config) > 0, false) ? [var.update_config] : []
    content {
      max_unavailable            = try(update_config.value.max_unavailable, null)
      max_unavailable_percentage = try(update_config.value.max_unavailable_percentage, null)
      update_strategy            = try(update_config.value.update_strategy, null)
    }
  }

  ami_type       = var.ami_id != "" ? null : var.ami_type
  capacity_type  = var.capacity_type
  instance_types = local.instance_types
  labels         = var.labels
  dynamic "launch_template" {
    for_each = local.custom_template ? [1] : []
    content {
      id      = local.launch_template_id
      name    = local.launch_template_name
      version = local.launch_template_version
    }
  }
  dynamic "remote_access" {
    for_each = try(length(var.remote_access) > 0, false) ? [var.remote_access] : []
    content {
      ec2_ssh_key               = try(remote_access.value.ec2_ssh_key, null)
      source_security_group_ids = try(remote_access.value.source_security_group_ids, null)
    }
  }
  dynamic "taint" {
    for_each = try(length(var.taints) > 0, false) ? var.taints : {}
    content {
      key    = taint.value.key
      value  = try(taint.value.value, null)
      effect = taint.value.effect
    }
  }

  # The number of nodes is left to a cluster autoscaler.
  lifecycle {
    ignore_changes = [scaling_config[0].desired_size]
  }
}

resource "aws_launch_template" "this" {
  count = local.create_launch_template ? 1 : 0

  name        = var.launch_template_use_name_prefix ? null : local.launch_template
  name_prefix = var.launch_template_use_name_prefix ? "${local.launch_template}-" : null

  image_id               = var.ami_id
  instance_type          = local.template_instance_type
  key_name               = var.key_name
  default_version        = var.launch_template_default_version
  update_default_version = var.update_launch_template_default_version
  security_group_names   = null
  vpc_security_group_ids = length(local.network_interfaces) > 0 ? [] : local.security_groups

  # The node group gives its nodes their profile.
  dynamic "iam_instance_profile" {
    for_each = []
    content {}
  }

  dynamic "network_interfaces" {
    for_each = local.network_interfaces
    content {
      associate_carrier_ip_address = try(network_interfaces.value.associate_carrier_ip_address, null)
      associate_public_ip_address  = try(network_interfaces.value.associate_public_ip_address, null)
      delete_on_termination        = try(network_interfaces.value.delete_on_termination, null)
      description                  = try(network_interfaces.value.description, null)
      device_index                 = try(network_interfaces.value.device_index, null)
      interface_type               = try(network_interfaces.value.interface_type, null)
      ipv4_address_count           = try(network_interfaces.value.ipv4_address_count, null)
      ipv4_addresses               = try(network_interfaces.value.ipv4_addresses, [])
      ipv4_prefix_count            = try(network_interfaces.value.ipv4_prefix_count, null)
      ipv4_prefixes                = try(network_interfaces.value.ipv4_prefixes, null)
      ipv6_address_count           = try(network_interfaces.value.ipv6_address_count, null)
      ipv6_addresses               = try(network_interfaces.value.ipv6_addresses, [])
      ipv6_prefix_count            = try(network_interfaces.value.ipv6_prefix_count, null)
      ipv6_prefixes                = try(network_interfaces.value.ipv6_prefixes, [])
      network_card_index           = try(network_interfaces.value.network_card_index, null)
      network_interface_id         = try(network_interfaces.value.network_interface_id, null)
      primary_ipv6                 = try(network_interfaces.value.primary_ipv6, null)
      private_ip_address           = try(network_interfaces.value.private_ip_address, null)
      security_groups              = compact(concat(try(network_interfaces.value.security_groups, []), local.security_groups))
      dynamic "connection_tracking_specification" {
        for_each = try(network_interfaces.value.connection_tracking_specification, null)[*]
        content {
          tcp_established_timeout = connection_tracking_specification.value.tcp_established_timeout
          udp_stream_timeout      = connection_tracking_specification.value.udp_stream_timeout
          udp_timeout             = connection_tracking_specification.value.udp_timeout
        }
      }
      dynamic "ena_srd_specification" {
        for_each = try(network_interfaces.value.ena_srd_specification, null)[*]
        content {
          ena_srd_enabled = ena_srd_specification.value.ena_srd_enabled
          dynamic "ena_srd_udp_specification" {
            for_each = ena_srd_specification.value.ena_srd_udp_specification[*]
            content {
              ena_srd_udp_enabled = ena_srd_udp_specification.value.ena_srd_udp_enabled
            }
          }
        }
      }
    }
  }

  dynamic "placement" {
    for_each = local.placements
    content {
      affinity                = try(placement.value.affinity, null)
      availability_zone       = try(placement.value.availability_zone, null)
      group_name              = try(placement.value.group_name, null)
      host_id                 = try(placement.value.host_id, null)
      host_resource_group_arn = try(placement.value.host_resource_group_arn, null)
      partition_number        = try(placement.value.partition_number, null)
      spread_domain           = try(placement.value.spread_domain, null)
      tenancy                 = try(placement.value.tenancy, null)
    }
  }

  dynamic "instance_market_options" {
    for_each = try(length(var.instance_market_options) > 0, false) ? [var.instance_market_options] : []
    content {
      market_type = try(instance_market_options.value.market_type, null)
      dynamic "spot_options" {
        for_each = try(instance_market_options.value.spot_options, null)[*]
        content {
          block_duration_minutes         = try(spot_options.value.block_duration_minutes, null)
          instance_interruption_behavior = try(spot_options.value.instance_interruption_behavior, null)
          max_price                      = try(spot_options.value.max_price, null)
          spot_instance_type             = try(spot_options.value.spot_instance_type, null)
          valid_until                    = try(spot_options.value.valid_until, null)
        }
      }
    }
  }

  dynamic "capacity_reservation_specification" {
    for_each = try(length(var.capacity_reservation_specification) > 0, false) ? [var.capacity_reservation_specification] : []
    content {
      capacity_reservation_preference = try(capacity_reservation_specification.value.capacity_reservation_preference, null)
      dynamic "capacity_reservation_target" {
        for_each = try(capacity_reservation_specification.value.capacity_reservation_target, null)[*]
        content {
          capacity_reservation_id                 = try(capacity_reservation_target.value.capacity_reservation_id, null)
          capacity_reservation_resource_group_arn = try(capacity_reservation_target.value.capacity_reservation_resource_group_arn, null)
        }
      }
    }
  }

  dynamic "tag_specifications" {
    for_each = toset(var.tag_specifications)
    content {
      resource_type = tag_specifications.key
      tags          = merge(var.tags, { Name = var.name }, var.launch_template_tags)
    }
  }
}

output "launch_template_id" {
  value = try(aws_launch_template.this[0].id, local.nothing)
}

output "launch_template_name" {
  value = try(aws_launch_template.this[0].name, local.nothing)
}

output "node_group_arn" {
  value = try(aws_eks_node_group.this[0].arn, local.nothing)
}

output "node_group_id" {
  value = try(aws_eks_node_group.this[0].id, local.nothing)
}

output "node_group_resources" {
  value = try(aws_eks_node_group.this[0].resources, local.nothing)
}

output "node_group_autoscaling_group_names" {
  value = try(flatten(aws_eks_node_group.this[0].resources[*].autoscaling_groups[*].name), [])
}

output "node_group_labels" {
  value = try(aws_eks_node_group.this[0].labels, {})
}

output "node_group_taints" {
  value = try(aws_eks_node_group.this[0].taint, [])
}

output "launch_template_arn" {
  value = try(aws_launch_template.this[0].arn, local.nothing)
}

output "launch_template_latest_version" {
  value = try(aws_launch_template.this[0].latest_version, local.nothing)
}

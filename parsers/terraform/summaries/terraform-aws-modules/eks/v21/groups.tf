variable "fargate_profiles" {
  type = map(object({
    create     = optional(bool)
    name       = optional(string)
    subnet_ids = optional(list(string))
    tags       = optional(map(string))
    selectors = optional(list(object({
      namespace = string
      labels    = optional(map(string))
    })))

    iam_role_name                = optional(string)
    iam_role_use_name_prefix     = optional(bool)
    iam_role_path                = optional(string)
    iam_role_tags                = optional(map(string))
    iam_role_attach_cni_policy   = optional(bool)
    iam_role_additional_policies = optional(map(string))
    create_iam_role_policy       = optional(bool)
    iam_role_policy_statements = optional(list(object({
      sid           = optional(string)
      effect        = optional(string)
      actions       = optional(list(string))
      not_actions   = optional(list(string))
      resources     = optional(list(string))
      not_resources = optional(list(string))
      principals = optional(list(object({
        type        = string
        identifiers = list(string)
      })))
      not_principals = optional(list(object({
        type        = string
        identifiers = list(string)
      })))
      condition = optional(list(object({
        test     = string
        variable = string
        values   = list(string)
      })))
    })))
    create_iam_role = optional(bool)
    iam_role_arn    = optional(string)
  }))
  default = null
}

variable "eks_managed_node_groups" {
  type = map(object({
    create          = optional(bool)
    name            = optional(string)
    use_name_prefix = optional(bool)
    tags            = optional(map(string))

    subnet_ids   = optional(list(string))
    min_size     = optional(number)
    max_size     = optional(number)
    desired_size = optional(number)
    update_config = optional(object({
      max_unavailable            = optional(number)
      max_unavailable_percentage = optional(number)
      update_strategy            = optional(string)
    }))

    ami_id         = optional(string)
    ami_type       = optional(string)
    capacity_type  = optional(string)
    instance_types = optional(list(string))
    labels         = optional(map(string))
    taints = optional(map(object({
      key    = string
      value  = optional(string)
      effect = string
    })))
    remote_access = optional(object({
      ec2_ssh_key               = optional(string)
      source_security_group_ids = optional(list(string))
    }))
    use_custom_launch_template             = optional(bool)
    key_name                               = optional(string)
    create_launch_template                 = optional(bool)
    launch_template_id                     = optional(string)
    launch_template_name                   = optional(string)
    launch_template_use_name_prefix        = optional(bool)
    launch_template_version                = optional(string)
    launch_template_default_version        = optional(string)
    update_launch_template_default_version = optional(bool)
    launch_template_tags                   = optional(map(string))
    tag_specifications                     = optional(list(string))
    create_placement_group                 = optional(bool)
    enable_efa_support                     = optional(bool)
    network_interfaces = optional(list(object({
      associate_carrier_ip_address = optional(bool)
      associate_public_ip_address  = optional(bool)
      delete_on_termination        = optional(bool)
      description                  = optional(string)
      device_index                 = optional(number)
      interface_type               = optional(string)
      ipv4_address_count           = optional(number)
      ipv4_addresses               = optional(list(string))
      ipv4_prefix_count            = optional(number)
      ipv4_prefixes                = optional(list(string))
      ipv6_address_count           = optional(number)
      ipv6_addresses               = optional(list(string))
      ipv6_prefix_count            = optional(number)
      ipv6_prefixes                = optional(list(string))
      network_card_index           = optional(number)
      network_interface_id         = optional(string)
      primary_ipv6                 = optional(bool)
      private_ip_address           = optional(string)
      security_groups              = optional(list(string))
      connection_tracking_specification = optional(object({
        tcp_established_timeout = optional(number)
        udp_stream_timeout      = optional(number)
        udp_timeout             = optional(number)
      }))
      ena_srd_specification = optional(object({
        ena_srd_enabled = optional(bool)
        ena_srd_udp_specification = optional(object({
          ena_srd_udp_enabled = optional(bool)
        }))
      }))
    })))
    placement = optional(object({
      affinity                = optional(string)
      availability_zone       = optional(string)
      group_name              = optional(string)
      host_id                 = optional(string)
      host_resource_group_arn = optional(string)
      partition_number        = optional(number)
      spread_domain           = optional(string)
      tenancy                 = optional(string)
    }))
    instance_market_options = optional(object({
      market_type = optional(string)
      spot_options = optional(object({
        block_duration_minutes         = optional(number)
        instance_interruption_behavior = optional(string)
        max_price                      = optional(string)
        spot_instance_type             = optional(string)
        valid_until                    = optional(string)
      }))
    }))
    capacity_reservation_specification = optional(object({
      capacity_reservation_preference = optional(string)
      capacity_reservation_target = optional(object({
        capacity_reservation_id                 = optional(string)
        capacity_reservation_resource_group_arn = optional(string)
      }))
    }))

    vpc_security_group_ids                = optional(list(string), [])
    attach_cluster_primary_security_group = optional(bool, false)
    create_security_group                 = optional(bool)
    security_group_name                   = optional(string)
    security_group_use_name_prefix        = optional(bool)
    security_group_tags                   = optional(map(string))
    security_group_ingress_rules = optional(map(object({
      name                         = optional(string)
      ip_protocol                  = optional(string)
      from_port                    = optional(string)
      to_port                      = optional(string)
      cidr_ipv4                    = optional(string)
      cidr_ipv6                    = optional(string)
      prefix_list_id               = optional(string)
      referenced_security_group_id = optional(string)
      self                         = optional(bool)
      tags                         = optional(map(string))
    })))
    security_group_egress_rules = optional(map(object({
      name                         = optional(string)
      ip_protocol                  = optional(string)
      from_port                    = optional(string)
      to_port                      = optional(string)
      cidr_ipv4                    = optional(string)
      cidr_ipv6                    = optional(string)
      prefix_list_id               = optional(string)
      referenced_security_group_id = optional(string)
      self                         = optional(bool)
      tags                         = optional(map(string))
    })))

    iam_role_name                = optional(string)
    iam_role_use_name_prefix     = optional(bool)
    iam_role_path                = optional(string)
    iam_role_tags                = optional(map(string))
    iam_role_attach_cni_policy   = optional(bool)
    iam_role_additional_policies = optional(map(string))
    create_iam_role_policy       = optional(bool)
    iam_role_policy_statements = optional(list(object({
      sid           = optional(string)
      effect        = optional(string)
      actions       = optional(list(string))
      not_actions   = optional(list(string))
      resources     = optional(list(string))
      not_resources = optional(list(string))
      principals = optional(list(object({
        type        = string
        identifiers = list(string)
      })))
      not_principals = optional(list(object({
        type        = string
        identifiers = list(string)
      })))
      condition = optional(list(object({
        test     = string
        variable = string
        values   = list(string)
      })))
    })))
    create_iam_role = optional(bool)
    iam_role_arn    = optional(string)
  }))
  default = null
}

variable "self_managed_node_groups" {
  type = map(object({
    create                   = optional(bool)
    create_autoscaling_group = optional(bool)
    name                     = optional(string)
    use_name_prefix          = optional(bool)
    tags                     = optional(map(string))
    autoscaling_group_tags   = optional(map(string))

    subnet_ids                = optional(list(string))
    availability_zones        = optional(list(string))
    placement_group           = optional(string)
    min_size                  = optional(number)
    max_size                  = optional(number)
    desired_size              = optional(number)
    desired_size_type         = optional(string)
    health_check_type         = optional(string)
    health_check_grace_period = optional(number)
    max_instance_lifetime     = optional(number)
    capacity_rebalance        = optional(bool)
    protect_from_scale_in     = optional(bool)
    suspended_processes       = optional(list(string))
    initial_lifecycle_hooks = optional(list(object({
      name                    = string
      lifecycle_transition    = string
      default_result          = optional(string)
      heartbeat_timeout       = optional(number)
      notification_metadata   = optional(string)
      notification_target_arn = optional(string)
      role_arn                = optional(string)
    })))
    instance_maintenance_policy = optional(object({
      max_healthy_percentage = number
      min_healthy_percentage = number
    }))
    instance_refresh = optional(object({
      strategy = optional(string)
      triggers = optional(list(string))
      preferences = optional(object({
        auto_rollback                = optional(bool)
        checkpoint_delay             = optional(number)
        checkpoint_percentages       = optional(list(number))
        instance_warmup              = optional(number)
        max_healthy_percentage       = optional(number)
        min_healthy_percentage       = optional(number)
        scale_in_protected_instances = optional(string)
        skip_matching                = optional(bool)
        standby_instances            = optional(string)
        alarm_specification = optional(object({
          alarms = optional(list(string))
        }))
      }))
    }))

    use_mixed_instances_policy = optional(bool)
    mixed_instances_policy = optional(object({
      instances_distribution = optional(object({
        on_demand_allocation_strategy            = optional(string)
        on_demand_base_capacity                  = optional(number)
        on_demand_percentage_above_base_capacity = optional(number)
        spot_allocation_strategy                 = optional(string)
        spot_instance_pools                      = optional(number)
        spot_max_price                           = optional(string)
      }))
      launch_template = object({
        override = optional(list(object({
          instance_type     = optional(string)
          weighted_capacity = optional(string)
          launch_template_specification = optional(object({
            launch_template_id   = optional(string)
            launch_template_name = optional(string)
            version              = optional(string)
          }))
          instance_requirements = optional(object({
            accelerator_manufacturers                               = optional(list(string))
            accelerator_names                                       = optional(list(string))
            accelerator_types                                       = optional(list(string))
            allowed_instance_types                                  = optional(list(string))
            bare_metal                                              = optional(string)
            burstable_performance                                   = optional(string)
            cpu_manufacturers                                       = optional(list(string))
            excluded_instance_types                                 = optional(list(string))
            instance_generations                                    = optional(list(string))
            local_storage                                           = optional(string)
            local_storage_types                                     = optional(list(string))
            max_spot_price_as_percentage_of_optimal_on_demand_price = optional(number)
            on_demand_max_price_percentage_over_lowest_price        = optional(number)
            require_hibernate_support                               = optional(bool)
            spot_max_price_percentage_over_lowest_price             = optional(number)
            accelerator_count                                       = optional(object({ min = optional(number), max = optional(number) }))
            accelerator_total_memory_mib                            = optional(object({ min = optional(number), max = optional(number) }))
            baseline_ebs_bandwidth_mbps                             = optional(object({ min = optional(number), max = optional(number) }))
            memory_gib_per_vcpu                                     = optional(object({ min = optional(number), max = optional(number) }))
            memory_mib                                              = optional(object({ min = optional(number), max = optional(number) }))
            network_bandwidth_gbps                                  = optional(object({ min = optional(number), max = optional(number) }))
            network_interface_count                                 = optional(object({ min = optional(number), max = optional(number) }))
            total_local_storage_gb                                  = optional(object({ min = optional(number), max = optional(number) }))
            vcpu_count                                              = optional(object({ min = optional(number), max = optional(number) }))
          }))
        })))
      })
    }))

    ami_id                                 = optional(string)
    instance_type                          = optional(string)
    instance_requirements                  = optional(object({}))
    key_name                               = optional(string)
    create_launch_template                 = optional(bool)
    launch_template_id                     = optional(string)
    launch_template_name                   = optional(string)
    launch_template_use_name_prefix        = optional(bool)
    launch_template_version                = optional(string)
    launch_template_default_version        = optional(string)
    update_launch_template_default_version = optional(bool)
    launch_template_tags                   = optional(map(string))
    tag_specifications                     = optional(list(string))
    create_placement_group                 = optional(bool)
    enable_efa_support                     = optional(bool)
    network_interfaces = optional(list(object({
      associate_carrier_ip_address = optional(bool)
      associate_public_ip_address  = optional(bool)
      delete_on_termination        = optional(bool)
      description                  = optional(string)
      device_index                 = optional(number)
      interface_type               = optional(string)
      ipv4_address_count           = optional(number)
      ipv4_addresses               = optional(list(string))
      ipv4_prefix_count            = optional(number)
      ipv4_prefixes                = optional(list(string))
      ipv6_address_count           = optional(number)
      ipv6_addresses               = optional(list(string))
      ipv6_prefix_count            = optional(number)
      ipv6_prefixes                = optional(list(string))
      network_card_index           = optional(number)
      network_interface_id         = optional(string)
      primary_ipv6                 = optional(bool)
      private_ip_address           = optional(string)
      security_groups              = optional(list(string))
      connection_tracking_specification = optional(object({
        tcp_established_timeout = optional(number)
        udp_stream_timeout      = optional(number)
        udp_timeout             = optional(number)
      }))
      ena_srd_specification = optional(object({
        ena_srd_enabled = optional(bool)
        ena_srd_udp_specification = optional(object({
          ena_srd_udp_enabled = optional(bool)
        }))
      }))
    })))
    placement = optional(object({
      affinity                = optional(string)
      availability_zone       = optional(string)
      group_name              = optional(string)
      host_id                 = optional(string)
      host_resource_group_arn = optional(string)
      partition_number        = optional(number)
      spread_domain           = optional(string)
      tenancy                 = optional(string)
    }))
    instance_market_options = optional(object({
      market_type = optional(string)
      spot_options = optional(object({
        block_duration_minutes         = optional(number)
        instance_interruption_behavior = optional(string)
        max_price                      = optional(string)
        spot_instance_type             = optional(string)
        valid_until                    = optional(string)
      }))
    }))
    capacity_reservation_specification = optional(object({
      capacity_reservation_preference = optional(string)
      capacity_reservation_target = optional(object({
        capacity_reservation_id                 = optional(string)
        capacity_reservation_resource_group_arn = optional(string)
      }))
    }))

    vpc_security_group_ids                = optional(list(string), [])
    attach_cluster_primary_security_group = optional(bool, false)
    create_security_group                 = optional(bool)
    security_group_name                   = optional(string)
    security_group_use_name_prefix        = optional(bool)
    security_group_tags                   = optional(map(string))
    security_group_ingress_rules = optional(map(object({
      name                         = optional(string)
      ip_protocol                  = optional(string)
      from_port                    = optional(string)
      to_port                      = optional(string)
      cidr_ipv4                    = optional(string)
      cidr_ipv6                    = optional(string)
      prefix_list_id               = optional(string)
      referenced_security_group_id = optional(string)
      self                         = optional(bool)
      tags                         = optional(map(string))
    })))
    security_group_egress_rules = optional(map(object({
      name                         = optional(string)
      ip_protocol                  = optional(string)
      from_port                    = optional(string)
      to_port                      = optional(string)
      cidr_ipv4                    = optional(string)
      cidr_ipv6                    = optional(string)
      prefix_list_id               = optional(string)
      referenced_security_group_id = optional(string)
      self                         = optional(bool)
      tags                         = optional(map(string))
    })))

    iam_role_name                = optional(string)
    iam_role_use_name_prefix     = optional(bool)
    iam_role_path                = optional(string)
    iam_role_tags                = optional(map(string))
    iam_role_attach_cni_policy   = optional(bool)
    iam_role_additional_policies = optional(map(string))
    create_iam_role_policy       = optional(bool)
    iam_role_policy_statements = optional(list(object({
      sid           = optional(string)
      effect        = optional(string)
      actions       = optional(list(string))
      not_actions   = optional(list(string))
      resources     = optional(list(string))
      not_resources = optional(list(string))
      principals = optional(list(object({
        type        = string
        identifiers = list(string)
      })))
      not_principals = optional(list(object({
        type        = string
        identifiers = list(string)
      })))
      condition = optional(list(object({
        test     = string
        variable = string
        values   = list(string)
      })))
    })))
    create_access_entry         = optional(bool)
    create_iam_instance_profile = optional(bool)
    iam_instance_profile_arn    = optional(string)
    iam_role_arn                = optional(string)
  }))
  default = null
}

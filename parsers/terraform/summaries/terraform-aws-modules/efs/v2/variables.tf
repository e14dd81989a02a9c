variable "region" {
  type    = string
  default = null
}

variable "mount_targets" {
  type = map(object({
    subnet_id       = string
    ip_address      = optional(string)
    ip_address_type = optional(string)
    ipv6_address    = optional(string)
    security_groups = optional(list(string), [])
  }))
  default  = {}
  nullable = false
}

variable "security_group_ingress_rules" {
  type = map(object({
    cidr_ipv4                    = optional(string)
    cidr_ipv6                    = optional(string)
    prefix_list_id               = optional(string)
    referenced_security_group_id = optional(string)
    from_port                    = optional(number, 2049)
    to_port                      = optional(number, 2049)
    ip_protocol                  = optional(string, "tcp")
  }))
  default  = {}
  nullable = false
}

variable "security_group_egress_rules" {
  type = map(object({
    cidr_ipv4                    = optional(string)
    cidr_ipv6                    = optional(string)
    prefix_list_id               = optional(string)
    referenced_security_group_id = optional(string)
    from_port                    = optional(number, 2049)
    to_port                      = optional(number, 2049)
    ip_protocol                  = optional(string, "tcp")
  }))
  default  = {}
  nullable = false
}

variable "access_points" {
  type = map(object({
    name = optional(string)
    tags = optional(map(string), {})
    posix_user = optional(object({
      uid            = number
      gid            = number
      secondary_gids = optional(list(number))
    }))
    root_directory = optional(object({
      path = optional(string)
      creation_info = optional(object({
        owner_uid   = number
        owner_gid   = number
        permissions = string
      }))
    }))
  }))
  default  = {}
  nullable = false
}

variable "replication_configuration_destination" {
  type = object({
    availability_zone_name = optional(string)
    file_system_id         = optional(string)
    kms_key_id             = optional(string)
    region                 = optional(string)
  })
  default = null
}

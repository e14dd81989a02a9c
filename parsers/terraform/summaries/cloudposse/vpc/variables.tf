variable "ipv4_primary_cidr_block" {
  type    = string
  default = null
}

variable "cidr_block" {
  type    = string
  default = null
}

variable "ipv4_additional_cidr_block_associations" {
  type    = map(any)
  default = {}
}

variable "additional_cidr_blocks" {
  type    = list(string)
  default = []
}

variable "dns_hostnames_enabled" {
  type    = bool
  default = true
}

variable "enable_dns_hostnames" {
  type    = bool
  default = null
}

variable "dns_support_enabled" {
  type    = bool
  default = true
}

variable "enable_dns_support" {
  type    = bool
  default = null
}

variable "internet_gateway_enabled" {
  type    = bool
  default = true
}

variable "enable_internet_gateway" {
  type    = bool
  default = null
}

variable "ipv6_egress_only_internet_gateway_enabled" {
  type    = bool
  default = false
}

variable "default_security_group_deny_all" {
  type    = bool
  default = true
}

variable "enable_default_security_group_with_custom_rules" {
  type    = bool
  default = null
}

variable "default_route_table_no_routes" {
  type    = bool
  default = false
}

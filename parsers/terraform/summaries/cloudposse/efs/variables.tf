variable "vpc_id" {
  type = string
}

variable "region" {
  type = string
}

variable "subnets" {
  type = list(string)
}

variable "availability_zone_name" {
  type    = string
  default = null
}

variable "performance_mode" {
  type    = string
  default = "generalPurpose"
}

variable "throughput_mode" {
  type    = string
  default = "bursting"
}

variable "provisioned_throughput_in_mibps" {
  type    = number
  default = 0
}

variable "encrypted" {
  type    = bool
  default = true
}

variable "kms_key_id" {
  type    = string
  default = null
}

variable "efs_backup_policy_enabled" {
  type    = bool
  default = false
}

variable "access_points" {
  type    = map(map(map(any)))
  default = {}
}

variable "efs_file_system_policy" {
  type    = string
  default = ""
}

variable "create_security_group" {
  type    = bool
  default = true
}

variable "security_group_name" {
  type    = list(string)
  default = []
}

variable "security_group_create_before_destroy" {
  type    = bool
  default = true
}

variable "preserve_security_group_id" {
  type    = bool
  default = false
}

variable "associated_security_group_ids" {
  type    = list(string)
  default = []
}

variable "allowed_security_group_ids" {
  type    = list(string)
  default = []
}

variable "security_groups" {
  type    = list(string)
  default = []
}

variable "allowed_cidr_blocks" {
  type    = list(string)
  default = []
}

variable "allowed_ipv6_cidr_blocks" {
  type    = list(string)
  default = []
}

variable "allow_all_egress" {
  type    = bool
  default = true
}

variable "additional_security_group_rules" {
  type    = list(any)
  default = []
}

variable "zone_id" {
  type    = list(string)
  default = []
}

variable "dns_name" {
  type    = string
  default = ""
}

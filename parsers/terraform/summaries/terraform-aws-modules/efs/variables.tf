variable "create" {
  type    = bool
  default = true
}

variable "name" {
  type    = string
  default = ""
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "availability_zone_name" {
  type    = string
  default = null
}

variable "creation_token" {
  type    = string
  default = null
}

variable "performance_mode" {
  type    = string
  default = null
}

variable "throughput_mode" {
  type    = string
  default = null
}

variable "provisioned_throughput_in_mibps" {
  type    = number
  default = null
}

variable "encrypted" {
  type    = bool
  default = true
}

variable "kms_key_arn" {
  type    = string
  default = null
}

variable "create_backup_policy" {
  type    = bool
  default = true
}

variable "enable_backup_policy" {
  type    = bool
  default = true
}

variable "attach_policy" {
  type    = bool
  default = true
}

variable "create_security_group" {
  type    = bool
  default = true
}

variable "security_group_name" {
  type    = string
  default = null
}

variable "security_group_use_name_prefix" {
  type    = bool
  default = false
}

variable "security_group_vpc_id" {
  type    = string
  default = null
}

variable "create_replication_configuration" {
  type    = bool
  default = false
}

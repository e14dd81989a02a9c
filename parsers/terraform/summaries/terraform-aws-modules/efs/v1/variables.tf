variable "mount_targets" {
  type    = any
  default = {}
}

variable "security_group_rules" {
  type    = any
  default = {}
}

variable "access_points" {
  type    = any
  default = {}
}

variable "replication_configuration_destination" {
  type    = any
  default = {}
}

variable "desired_size_type" {
  type    = string
  default = null
}

variable "instance_maintenance_policy" {
  type    = any
  default = {}
}

variable "create_placement_group" {
  type    = bool
  default = false
}

variable "enable_efa_support" {
  type    = bool
  default = false
}

variable "create_access_entry" {
  type    = bool
  default = true
}

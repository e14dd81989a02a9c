variable "create_placement_group" {
  type    = bool
  default = false
}

variable "placement_group_strategy" {
  type    = string
  default = "cluster"
}

variable "placement_group_az" {
  type    = string
  default = null
}

variable "enable_efa_support" {
  type    = bool
  default = false
}

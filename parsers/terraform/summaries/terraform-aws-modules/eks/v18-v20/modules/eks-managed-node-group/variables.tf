variable "name" {
  type    = string
  default = ""
}

variable "use_name_prefix" {
  type    = bool
  default = true
}

variable "subnet_ids" {
  type    = list(string)
  default = null
}

variable "min_size" {
  type    = number
  default = 0
}

variable "max_size" {
  type    = number
  default = 3
}

variable "desired_size" {
  type    = number
  default = 1
}

variable "update_config" {
  type    = map(string)
  default = { max_unavailable_percentage = 33 }
}

variable "ami_id" {
  type    = string
  default = ""
}

variable "ami_type" {
  type    = string
  default = null
}

variable "capacity_type" {
  type    = string
  default = "ON_DEMAND"
}

variable "instance_types" {
  type    = list(string)
  default = null
}

variable "labels" {
  type    = map(string)
  default = null
}

variable "taints" {
  type    = any
  default = {}
}

variable "remote_access" {
  type    = any
  default = {}
}

variable "key_name" {
  type    = string
  default = null
}

variable "create_launch_template" {
  type    = bool
  default = true
}

variable "launch_template_use_name_prefix" {
  type    = bool
  default = true
}

variable "launch_template_version" {
  type    = string
  default = null
}

variable "launch_template_default_version" {
  type    = string
  default = null
}

variable "update_launch_template_default_version" {
  type    = bool
  default = true
}

variable "launch_template_tags" {
  type    = map(string)
  default = {}
}

variable "vpc_security_group_ids" {
  type    = list(string)
  default = []
}

variable "cluster_primary_security_group_id" {
  type    = string
  default = null
}

variable "network_interfaces" {
  type    = any
  default = []
}

variable "placement" {
  type    = map(string)
  default = {}
}

variable "instance_market_options" {
  type    = any
  default = {}
}

variable "capacity_reservation_specification" {
  type    = any
  default = {}
}

variable "create_iam_role" {
  type    = bool
  default = true
}

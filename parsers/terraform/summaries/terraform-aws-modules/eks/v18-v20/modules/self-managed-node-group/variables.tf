variable "name" {
  type    = string
  default = ""
}

variable "use_name_prefix" {
  type    = bool
  default = true
}

variable "availability_zones" {
  type    = list(string)
  default = null
}

variable "subnet_ids" {
  type    = list(string)
  default = null
}

variable "placement_group" {
  type    = string
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

variable "health_check_type" {
  type    = string
  default = null
}

variable "health_check_grace_period" {
  type    = number
  default = null
}

variable "max_instance_lifetime" {
  type    = number
  default = null
}

variable "capacity_rebalance" {
  type    = bool
  default = null
}

variable "protect_from_scale_in" {
  type    = bool
  default = false
}

variable "suspended_processes" {
  type    = list(string)
  default = []
}

variable "target_group_arns" {
  type    = list(string)
  default = []
}

variable "initial_lifecycle_hooks" {
  type    = list(map(string))
  default = []
}

variable "use_mixed_instances_policy" {
  type    = bool
  default = false
}

variable "mixed_instances_policy" {
  type    = any
  default = null
}

variable "warm_pool" {
  type    = any
  default = {}
}

variable "autoscaling_group_tags" {
  type    = map(string)
  default = {}
}

variable "ami_id" {
  type    = string
  default = ""
}

variable "instance_type" {
  type    = string
  default = ""
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

variable "create_iam_instance_profile" {
  type    = bool
  default = true
}

variable "iam_instance_profile_arn" {
  type    = string
  default = null
}

variable "schedules" {
  type    = map(any)
  default = {}
}

variable "create" {
  type    = bool
  default = true
}

variable "putin_khuylo" {
  type    = bool
  default = true
}

variable "name" {
  type = string
}

variable "use_name_prefix" {
  type    = bool
  default = true
}

variable "instance_name" {
  type    = string
  default = ""
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "autoscaling_group_tags" {
  type    = map(string)
  default = {}
}

variable "ignore_desired_capacity_changes" {
  type    = bool
  default = false
}

variable "min_size" {
  type    = number
  default = null
}

variable "max_size" {
  type    = number
  default = null
}

variable "desired_capacity" {
  type    = number
  default = null
}

variable "desired_capacity_type" {
  type    = string
  default = null
}

variable "vpc_zone_identifier" {
  type    = list(string)
  default = null
}

variable "placement_group" {
  type    = string
  default = null
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

variable "instance_refresh" {
  type    = any
  default = null
}

variable "instance_maintenance_policy" {
  type    = any
  default = null
}

variable "warm_pool" {
  type    = any
  default = null
}

variable "use_mixed_instances_policy" {
  type    = bool
  default = false
}

variable "mixed_instances_policy" {
  type    = any
  default = null
}

variable "create_launch_template" {
  type    = bool
  default = true
}

variable "launch_template_version" {
  type    = string
  default = null
}

variable "launch_template_name" {
  type    = string
  default = ""
}

variable "launch_template_use_name_prefix" {
  type    = bool
  default = true
}

variable "launch_template_tags" {
  type    = map(string)
  default = {}
}

variable "default_version" {
  type    = string
  default = null
}

variable "update_default_version" {
  type    = bool
  default = null
}

variable "key_name" {
  type    = string
  default = null
}

variable "iam_instance_profile_name" {
  type    = string
  default = null
}

variable "iam_instance_profile_arn" {
  type    = string
  default = null
}

variable "block_device_mappings" {
  type    = any
  default = null
}

variable "instance_market_options" {
  type    = any
  default = null
}

variable "capacity_reservation_specification" {
  type    = any
  default = null
}

variable "placement" {
  type    = any
  default = null
}

variable "tag_specifications" {
  type    = any
  default = null
}

variable "scaling_policies" {
  type    = any
  default = {}
}

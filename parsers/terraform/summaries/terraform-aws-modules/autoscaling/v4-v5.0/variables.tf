variable "create_asg" {
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

variable "availability_zone" {
  type    = list(string)
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

variable "suspended_processes" {
  type    = list(string)
  default = null
}

variable "load_balancers" {
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

variable "instance_refresh" {
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

variable "image_id" {
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

variable "iam_instance_profile_name" {
  type    = string
  default = null
}

variable "iam_instance_profile_arn" {
  type    = string
  default = null
}

variable "security_groups" {
  type    = list(string)
  default = null
}

variable "user_data_base64" {
  type    = string
  default = null
}

variable "create_lc" {
  type    = bool
  default = false
}

variable "use_lc" {
  type    = bool
  default = false
}

variable "lc_name" {
  type    = string
  default = ""
}

variable "lc_use_name_prefix" {
  type    = bool
  default = true
}

variable "launch_configuration" {
  type    = string
  default = null
}

variable "user_data" {
  type    = string
  default = null
}

variable "associate_public_ip_address" {
  type    = bool
  default = null
}

variable "spot_price" {
  type    = string
  default = null
}

variable "placement_tenancy" {
  type    = string
  default = null
}

variable "root_block_device" {
  type    = list(map(string))
  default = []
}

variable "ebs_block_device" {
  type    = list(map(string))
  default = []
}

variable "ephemeral_block_device" {
  type    = list(map(string))
  default = []
}

variable "create_lt" {
  type    = bool
  default = false
}

variable "use_lt" {
  type    = bool
  default = false
}

variable "lt_name" {
  type    = string
  default = ""
}

variable "lt_use_name_prefix" {
  type    = bool
  default = true
}

variable "lt_version" {
  type    = string
  default = null
}

variable "launch_template" {
  type    = string
  default = null
}

variable "default_version" {
  type    = string
  default = null
}

variable "update_default_version" {
  type    = string
  default = null
}

variable "network_interfaces" {
  type    = list(any)
  default = []
}

variable "block_device_mappings" {
  type    = list(any)
  default = []
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
  type    = map(string)
  default = null
}

variable "tag_specifications" {
  type    = list(any)
  default = []
}

variable "create_schedule" {
  type    = bool
  default = true
}

variable "schedules" {
  type    = map(any)
  default = {}
}

variable "create_scaling_policy" {
  type    = bool
  default = true
}

variable "scaling_policies" {
  type    = any
  default = {}
}

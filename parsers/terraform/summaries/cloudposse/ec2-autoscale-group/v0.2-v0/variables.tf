variable "instance_type" {
  type = string
}

variable "image_id" {
  type    = string
  default = ""
}

variable "key_name" {
  type    = string
  default = ""
}

variable "iam_instance_profile_name" {
  type    = string
  default = ""
}

variable "security_group_ids" {
  type    = list(string)
  default = []
}

variable "associate_public_ip_address" {
  type    = bool
  default = false
}

variable "network_interface_id" {
  type    = string
  default = null
}

variable "user_data" {
  type    = string
  default = ""
}

variable "user_data_base64" {
  type    = string
  default = ""
}

variable "launch_template_version" {
  type    = string
  default = "$Latest"
}

variable "update_default_version" {
  type    = bool
  default = false
}

variable "block_device_mappings" {
  type    = any
  default = []
}

variable "instance_market_options" {
  type    = any
  default = null
}

variable "placement" {
  type    = any
  default = null
}

variable "subnet_ids" {
  type = list(string)
}

variable "min_size" {
  type = number
}

variable "max_size" {
  type = number
}

variable "desired_capacity" {
  type    = number
  default = null
}

variable "health_check_type" {
  type    = string
  default = "EC2"
}

variable "health_check_grace_period" {
  type    = number
  default = 300
}

variable "max_instance_lifetime" {
  type    = number
  default = null
}

variable "capacity_rebalance" {
  type    = bool
  default = false
}

variable "protect_from_scale_in" {
  type    = bool
  default = false
}

variable "suspended_processes" {
  type    = list(string)
  default = []
}

variable "placement_group" {
  type    = string
  default = ""
}

variable "load_balancers" {
  type    = list(string)
  default = []
}

variable "target_group_arns" {
  type    = list(string)
  default = []
}

variable "instance_refresh" {
  type    = any
  default = null
}

variable "mixed_instances_policy" {
  type    = any
  default = null
}

variable "warm_pool" {
  type    = any
  default = null
}

variable "instance_reuse_policy" {
  type    = any
  default = null
}

variable "autoscaling_policies_enabled" {
  type    = bool
  default = true
}

variable "scale_up_policy_type" {
  type    = string
  default = "SimpleScaling"
}

variable "scale_up_adjustment_type" {
  type    = string
  default = "ChangeInCapacity"
}

variable "scale_up_scaling_adjustment" {
  type    = number
  default = 1
}

variable "scale_up_cooldown_seconds" {
  type    = number
  default = 300
}

variable "scale_down_policy_type" {
  type    = string
  default = "SimpleScaling"
}

variable "scale_down_adjustment_type" {
  type    = string
  default = "ChangeInCapacity"
}

variable "scale_down_scaling_adjustment" {
  type    = number
  default = -1
}

variable "scale_down_cooldown_seconds" {
  type    = number
  default = 300
}

variable "cpu_utilization_high_evaluation_periods" {
  type    = number
  default = 2
}

variable "cpu_utilization_high_period_seconds" {
  type    = number
  default = 300
}

variable "cpu_utilization_high_threshold_percent" {
  type    = number
  default = 90
}

variable "cpu_utilization_high_statistic" {
  type    = string
  default = "Average"
}

variable "cpu_utilization_low_evaluation_periods" {
  type    = number
  default = 2
}

variable "cpu_utilization_low_period_seconds" {
  type    = number
  default = 300
}

variable "cpu_utilization_low_threshold_percent" {
  type    = number
  default = 10
}

variable "cpu_utilization_low_statistic" {
  type    = string
  default = "Average"
}

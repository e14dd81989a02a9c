variable "create_asg" {
  default = true
}

variable "create_asg_with_initial_lifecycle_hook" {
  default = false
}

variable "create_lc" {
  default = true
}

variable "name" {}

variable "asg_name" {
  default = ""
}

variable "lc_name" {
  default = ""
}

variable "recreate_asg_when_lc_changes" {
  default = false
}

variable "tags" {
  type    = list(map(string))
  default = []
}

variable "tags_as_map" {
  type    = map(string)
  default = {}
}

variable "placement_group" {
  default = ""
}

variable "health_check_type" {}

variable "health_check_grace_period" {
  default = 300
}

variable "suspended_processes" {
  type    = list(string)
  default = []
}

variable "protect_from_scale_in" {
  default = false
}

variable "initial_lifecycle_hook_name" {
  default = ""
}

variable "initial_lifecycle_hook_lifecycle_transition" {
  default = ""
}

variable "initial_lifecycle_hook_default_result" {
  default = "ABANDON"
}

variable "initial_lifecycle_hook_notification_metadata" {
  default = ""
}

variable "initial_lifecycle_hook_heartbeat_timeout" {
  type    = string
  default = "60"
}

variable "initial_lifecycle_hook_notification_target_arn" {
  default = ""
}

variable "initial_lifecycle_hook_role_arn" {
  default = ""
}

variable "launch_configuration" {
  default = ""
}

variable "image_id" {
  default = ""
}

variable "instance_type" {
  default = ""
}

variable "iam_instance_profile" {
  default = ""
}

variable "key_name" {
  default = ""
}

variable "associate_public_ip_address" {
  default = false
}

variable "spot_price" {
  default = ""
}

variable "placement_tenancy" {
  default = "default"
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

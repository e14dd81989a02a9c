variable "putin_khuylo" {
  type    = bool
  default = true
}

variable "engine" {
  type    = string
  default = null
}

variable "engine_mode" {
  type    = string
  default = "provisioned"
}

variable "database_name" {
  type    = string
  default = null
}

variable "master_username" {
  type    = string
  default = null
}

variable "port" {
  type    = string
  default = null
}

variable "availability_zones" {
  type    = list(string)
  default = null
}

variable "allocated_storage" {
  type    = number
  default = null
}

variable "create_db_subnet_group" {
  type    = bool
  default = false
}

variable "instances_use_identifier_prefix" {
  type    = bool
  default = false
}

variable "cluster_use_name_prefix" {
  type    = bool
  default = false
}

variable "backup_retention_period" {
  type    = number
  default = null
}

variable "deletion_protection" {
  type    = bool
  default = null
}

variable "skip_final_snapshot" {
  type    = bool
  default = false
}

variable "global_cluster_identifier" {
  type    = string
  default = null
}

variable "replication_source_identifier" {
  type    = string
  default = null
}

variable "source_region" {
  type    = string
  default = null
}

variable "endpoints" {
  type    = any
  default = {}
}

variable "autoscaling_enabled" {
  type    = bool
  default = false
}

variable "autoscaling_min_capacity" {
  type    = number
  default = 0
}

variable "autoscaling_max_capacity" {
  type    = number
  default = 2
}

variable "autoscaling_scale_in_cooldown" {
  type    = number
  default = 300
}

variable "autoscaling_scale_out_cooldown" {
  type    = number
  default = 300
}

variable "autoscaling_target_cpu" {
  type    = number
  default = 70
}

variable "autoscaling_target_connections" {
  type    = number
  default = 700
}

variable "security_group_use_name_prefix" {
  type    = bool
  default = true
}

variable "security_group_name" {
  type    = string
  default = ""
}

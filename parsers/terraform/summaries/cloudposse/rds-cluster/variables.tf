variable "vpc_id" {
  type = string
}

variable "subnets" {
  type = list(string)
}

variable "subnet_group_name" {
  type    = string
  default = ""
}

variable "cluster_type" {
  type    = string
  default = "regional"
}

variable "cluster_identifier" {
  type    = string
  default = ""
}

variable "cluster_size" {
  type    = number
  default = 2
}

variable "cluster_family" {
  type    = string
  default = "aurora5.6"
}

variable "engine" {
  type    = string
  default = "aurora"
}

variable "engine_mode" {
  type    = string
  default = "provisioned"
}

variable "db_cluster_instance_class" {
  type    = string
  default = null
}

variable "allocated_storage" {
  type    = number
  default = null
}

variable "instance_availability_zone" {
  type    = string
  default = ""
}

variable "publicly_accessible" {
  type    = bool
  default = false
}

variable "db_name" {
  type    = string
  default = ""
}

variable "db_port" {
  type    = number
  default = 3306
}

variable "admin_user" {
  type    = string
  default = "admin"
}

variable "global_cluster_identifier" {
  type    = string
  default = ""
}

variable "replication_source_identifier" {
  type    = string
  default = ""
}

variable "source_region" {
  type    = string
  default = ""
}

variable "snapshot_identifier" {
  type    = string
  default = null
}

variable "retention_period" {
  type    = number
  default = 5
}

variable "skip_final_snapshot" {
  type    = bool
  default = true
}

variable "deletion_protection" {
  type    = bool
  default = false
}

variable "restore_to_point_in_time" {
  type = list(object({
    source_cluster_identifier  = string
    restore_type               = optional(string, "copy-on-write")
    use_latest_restorable_time = optional(bool, true)
    restore_to_time            = optional(string)
  }))
  default = []
}

variable "s3_import" {
  type = object({
    bucket_name           = string
    bucket_prefix         = string
    ingestion_role        = string
    source_engine         = string
    source_engine_version = string
  })
  default = null
}

variable "scaling_configuration" {
  type = list(object({
    auto_pause               = bool
    max_capacity             = number
    min_capacity             = number
    seconds_until_auto_pause = number
    timeout_action           = string
  }))
  default = []
}

variable "serverlessv2_scaling_configuration" {
  type = object({
    min_capacity             = number
    max_capacity             = number
    seconds_until_auto_pause = optional(number)
  })
  default = null
}

variable "autoscaling_enabled" {
  type    = bool
  default = false
}

variable "autoscaling_min_capacity" {
  type    = number
  default = 1
}

variable "autoscaling_max_capacity" {
  type    = number
  default = 5
}

variable "autoscaling_policy_type" {
  type    = string
  default = "TargetTrackingScaling"
}

variable "autoscaling_target_metrics" {
  type    = string
  default = "RDSReaderAverageCPUUtilization"
}

variable "autoscaling_target_value" {
  type    = number
  default = 75
}

variable "autoscaling_scale_in_cooldown" {
  type    = number
  default = 300
}

variable "autoscaling_scale_out_cooldown" {
  type    = number
  default = 300
}

variable "vpc_security_group_ids" {
  type    = list(string)
  default = []
}

variable "security_groups" {
  type    = list(string)
  default = []
}

variable "allowed_cidr_blocks" {
  type    = list(string)
  default = []
}

variable "allowed_ipv6_cidr_blocks" {
  type    = list(string)
  default = []
}

variable "intra_security_group_traffic_enabled" {
  type    = bool
  default = false
}

variable "egress_enabled" {
  type    = bool
  default = true
}

variable "enhanced_monitoring_role_enabled" {
  type    = bool
  default = false
}

variable "zone_id" {
  type    = any
  default = []
}

variable "cluster_dns_name" {
  type    = string
  default = ""
}

variable "reader_dns_name" {
  type    = string
  default = ""
}

variable "enhanced_monitoring_attributes" {
  type    = list(string)
  default = ["enhanced-monitoring"]
}

variable "create_cluster" {
  type    = bool
  default = true
}

variable "engine" {
  type    = string
  default = "aurora"
}

variable "engine_mode" {
  type    = string
  default = "provisioned"
}

variable "database_name" {
  type    = string
  default = ""
}

variable "username" {
  type    = string
  default = "root"
}

variable "create_random_password" {
  type    = bool
  default = true
}

variable "port" {
  type    = string
  default = ""
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

variable "backup_retention_period" {
  type    = number
  default = 7
}

variable "skip_final_snapshot" {
  type    = bool
  default = false
}

variable "deletion_protection" {
  type    = bool
  default = false
}

variable "db_cluster_parameter_group_name" {
  type    = string
  default = null
}

variable "restore_to_point_in_time" {
  type    = map(string)
  default = {}
}

variable "s3_import" {
  type    = map(string)
  default = null
}

variable "scaling_configuration" {
  type    = map(string)
  default = {}
}

variable "replica_count" {
  type    = number
  default = 1
}

variable "instances_parameters" {
  type    = list(map(string))
  default = []
}

variable "publicly_accessible" {
  type    = bool
  default = false
}

variable "replica_scale_enabled" {
  type    = bool
  default = false
}

variable "replica_scale_min" {
  type    = number
  default = 2
}

variable "replica_scale_max" {
  type    = number
  default = 0
}

variable "replica_scale_in_cooldown" {
  type    = number
  default = 300
}

variable "replica_scale_out_cooldown" {
  type    = number
  default = 300
}

variable "replica_scale_cpu" {
  type    = number
  default = 70
}

variable "replica_scale_connections" {
  type    = number
  default = 700
}

variable "allowed_security_groups" {
  type    = list(string)
  default = []
}

variable "allowed_cidr_blocks" {
  type    = list(string)
  default = []
}

variable "monitoring_interval" {
  type    = number
  default = 0
}

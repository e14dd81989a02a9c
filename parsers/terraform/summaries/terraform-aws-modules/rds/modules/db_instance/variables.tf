variable "create" {
  type    = bool
  default = true
}

variable "identifier" {
  type = string
}

variable "engine" {
  type    = string
  default = null
}

variable "instance_class" {
  type    = string
  default = null
}

variable "username" {
  type    = string
  default = null
}

variable "port" {
  type    = string
  default = null
}

variable "multi_az" {
  type    = bool
  default = false
}

variable "availability_zone" {
  type    = string
  default = null
}

variable "db_subnet_group_name" {
  type    = string
  default = null
}

variable "vpc_security_group_ids" {
  type    = list(string)
  default = []
}

variable "publicly_accessible" {
  type    = bool
  default = false
}

variable "parameter_group_name" {
  type    = string
  default = null
}

variable "option_group_name" {
  type    = string
  default = null
}

variable "replicate_source_db" {
  type    = string
  default = null
}

variable "snapshot_identifier" {
  type    = string
  default = null
}

variable "restore_to_point_in_time" {
  type    = map(string)
  default = null
}

variable "s3_import" {
  type    = map(string)
  default = null
}

variable "backup_retention_period" {
  type    = number
  default = null
}

variable "skip_final_snapshot" {
  type    = bool
  default = false
}

variable "deletion_protection" {
  type    = bool
  default = false
}

variable "storage_type" {
  type    = string
  default = null
}

variable "max_allocated_storage" {
  type    = number
  default = 0
}

variable "monitoring_interval" {
  type    = number
  default = 0
}

variable "monitoring_role_arn" {
  type    = string
  default = null
}

variable "monitoring_role_name" {
  type    = string
  default = "rds-monitoring-role"
}

variable "create_monitoring_role" {
  type    = bool
  default = false
}

variable "tags" {
  type    = map(string)
  default = {}
}

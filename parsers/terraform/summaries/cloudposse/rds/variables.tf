variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type    = list(string)
  default = []
}

variable "db_subnet_group_name" {
  type    = string
  default = null
}

variable "engine" {
  type    = string
  default = null
}

variable "instance_class" {
  type = string
}

variable "database_name" {
  type    = string
  default = null
}

variable "database_user" {
  type    = string
  default = null
}

variable "database_password" {
  type    = string
  default = null
}

variable "database_port" {
  type = number
}

variable "multi_az" {
  type    = bool
  default = false
}

variable "availability_zone" {
  type    = string
  default = null
}

variable "publicly_accessible" {
  type    = bool
  default = false
}

variable "replicate_source_db" {
  type    = string
  default = null
}

variable "snapshot_identifier" {
  type    = string
  default = null
}

variable "backup_retention_period" {
  type    = number
  default = 0
}

variable "skip_final_snapshot" {
  type    = bool
  default = true
}

variable "deletion_protection" {
  type    = bool
  default = false
}

variable "storage_type" {
  type    = string
  default = "standard"
}

variable "max_allocated_storage" {
  type    = number
  default = 0
}

variable "db_parameter_group" {
  type = string
}

variable "parameter_group_name" {
  type    = string
  default = ""
}

variable "option_group_name" {
  type    = string
  default = ""
}

variable "associate_security_group_ids" {
  type    = list(string)
  default = []
}

variable "security_group_ids" {
  type    = list(string)
  default = []
}

variable "allowed_cidr_blocks" {
  type    = list(string)
  default = []
}

variable "allowed_prefix_list_ids" {
  type    = list(string)
  default = []
}

variable "dns_zone_id" {
  type    = string
  default = ""
}

variable "host_name" {
  type    = string
  default = "db"
}

variable "restore_to_point_in_time" {
  type = object({
    restore_time                             = optional(string)
    source_db_instance_identifier            = optional(string)
    source_db_instance_automated_backups_arn = optional(string)
    source_dbi_resource_id                   = optional(string)
    use_latest_restorable_time               = optional(bool)
  })
  default = null
}

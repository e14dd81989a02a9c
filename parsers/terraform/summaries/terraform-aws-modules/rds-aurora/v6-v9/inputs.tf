variable "cluster_scalability_type" {
  type    = string
  default = null
}

variable "db_cluster_instance_class" {
  type    = string
  default = null
}

variable "master_password" {
  type    = string
  default = null
}

variable "instances" {
  type    = any
  default = {}
}

variable "instance_class" {
  type    = string
  default = ""
}

variable "publicly_accessible" {
  type    = bool
  default = null
}

variable "create_db_cluster_parameter_group" {
  type    = bool
  default = false
}

variable "db_cluster_parameter_group_name" {
  type    = string
  default = null
}

variable "db_cluster_parameter_group_family" {
  type    = string
  default = ""
}

variable "create_db_parameter_group" {
  type    = bool
  default = false
}

variable "db_parameter_group_family" {
  type    = string
  default = ""
}

variable "restore_to_point_in_time" {
  type    = map(string)
  default = {}
}

variable "s3_import" {
  type    = map(string)
  default = {}
}

variable "scaling_configuration" {
  type    = map(string)
  default = {}
}

variable "serverlessv2_scaling_configuration" {
  type    = map(string)
  default = {}
}

variable "monitoring_interval" {
  type    = number
  default = 0
}

variable "cluster_monitoring_interval" {
  type    = number
  default = 0
}

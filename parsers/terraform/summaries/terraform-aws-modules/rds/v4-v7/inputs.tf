variable "instance_use_identifier_prefix" {
  type    = bool
  default = false
}

variable "db_name" {
  type    = string
  default = null
}

variable "replica_mode" {
  type    = string
  default = null
}

variable "blue_green_update" {
  type    = map(string)
  default = {}
}

variable "create_db_subnet_group" {
  type    = bool
  default = false
}

variable "monitoring_role_use_name_prefix" {
  type    = bool
  default = false
}

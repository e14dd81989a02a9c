variable "use_identifier_prefix" {
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

variable "monitoring_role_use_name_prefix" {
  type    = bool
  default = false
}

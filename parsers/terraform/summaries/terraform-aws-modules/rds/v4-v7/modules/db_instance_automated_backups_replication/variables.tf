variable "create" {
  type    = bool
  default = true
}

variable "source_db_instance_arn" {
  type    = string
  default = null
}

variable "retention_period" {
  type    = number
  default = 7
}

variable "create" {
  type    = bool
  default = true
}

variable "cache_name" {
  type    = string
  default = null
}

variable "description" {
  type    = string
  default = null
}

variable "engine" {
  type    = string
  default = "redis"
}

variable "subnet_ids" {
  type    = list(string)
  default = []
}

variable "security_group_ids" {
  type    = list(string)
  default = []
}

variable "snapshot_retention_limit" {
  type    = number
  default = null
}

variable "snapshot_arns_to_restore" {
  type    = list(string)
  default = null
}

variable "user_group_id" {
  type    = string
  default = null
}

variable "tags" {
  type    = map(string)
  default = {}
}

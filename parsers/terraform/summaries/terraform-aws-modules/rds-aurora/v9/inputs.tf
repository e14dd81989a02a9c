variable "create_shard_group" {
  type    = bool
  default = false
}

variable "db_shard_group_identifier" {
  type    = string
  default = null
}

variable "compute_redundancy" {
  type    = number
  default = null
}

variable "min_acu" {
  type    = number
  default = null
}

variable "max_acu" {
  type    = number
  default = null
}

variable "shard_group_tags" {
  type    = map(string)
  default = {}
}

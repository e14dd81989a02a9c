variable "create" {
  type    = bool
  default = true
}

variable "deletion_protection_enabled" {
  type    = bool
  default = null
}

variable "witness_region" {
  type    = string
  default = null
}

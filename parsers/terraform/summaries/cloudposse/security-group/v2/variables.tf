variable "create_before_destroy" {
  type    = bool
  default = true
}

variable "preserve_security_group_id" {
  type    = bool
  default = false
}

variable "allow_all_egress" {
  type    = bool
  default = true
}

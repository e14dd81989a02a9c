variable "create_before_destroy" {
  type    = bool
  default = false
}

variable "allow_all_egress" {
  type    = bool
  default = false
}

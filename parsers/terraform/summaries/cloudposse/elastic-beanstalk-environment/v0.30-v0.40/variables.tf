variable "allowed_security_groups" {
  type    = list(string)
  default = []
}

variable "additional_security_groups" {
  type    = list(string)
  default = []
}

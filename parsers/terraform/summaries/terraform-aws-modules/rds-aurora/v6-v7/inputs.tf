variable "create_cluster" {
  type    = bool
  default = true
}

variable "create_random_password" {
  type    = bool
  default = true
}

variable "allowed_security_groups" {
  type    = list(string)
  default = []
}

variable "allowed_cidr_blocks" {
  type    = list(string)
  default = []
}

variable "security_group_egress_rules" {
  type    = map(any)
  default = {}
}

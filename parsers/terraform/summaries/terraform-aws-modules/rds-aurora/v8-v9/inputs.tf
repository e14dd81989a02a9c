variable "create" {
  type    = bool
  default = true
}

variable "manage_master_user_password" {
  type    = bool
  default = true
}

variable "security_group_rules" {
  type    = any
  default = {}
}

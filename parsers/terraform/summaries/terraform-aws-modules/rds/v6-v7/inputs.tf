variable "manage_master_user_password" {
  type    = bool
  default = true
}

variable "db_instance_role_associations" {
  type    = map(string)
  default = {}
}

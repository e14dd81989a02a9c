variable "create_db_subnet_group" {
  default = true
}

variable "master_username" {
  default = "root"
}

variable "db_subnet_group_name" {
  default = ""
}

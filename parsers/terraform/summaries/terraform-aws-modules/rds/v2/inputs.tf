variable "name" {
  type    = string
  default = null
}

variable "create_random_password" {
  type    = bool
  default = false
}

variable "password" {
  type    = string
  default = ""
}

variable "create_db_subnet_group" {
  type    = bool
  default = true
}

variable "create_random_password" {
  type    = bool
  default = true
}

variable "password" {
  type    = string
  default = null
}

variable "password_wo" {
  type    = string
  default = null
}

variable "region" {
  type    = string
  default = null
}

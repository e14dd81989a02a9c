variable "name" {
  type    = string
  default = null
}

variable "password" {
  type    = string
  default = null
}

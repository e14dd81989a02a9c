variable "password" {
  type    = string
  default = null
}

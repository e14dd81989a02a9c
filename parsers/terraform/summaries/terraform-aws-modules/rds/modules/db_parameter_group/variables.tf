variable "create" {
  type    = bool
  default = true
}

variable "family" {
  type    = string
  default = null
}

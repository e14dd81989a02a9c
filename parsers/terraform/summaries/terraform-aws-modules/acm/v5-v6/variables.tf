# Since v5 nothing is validated unless asked for.
variable "validation_method" {
  type    = string
  default = null
}

variable "zones" {
  type    = map(string)
  default = {}
}

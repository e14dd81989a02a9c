variable "name_prefix" {
  type    = string
  default = null
}

variable "visibility_timeout_seconds" {
  type    = number
  default = 30
}

variable "redrive_policy" {
  type    = string
  default = ""
}

variable "policy" {
  type    = string
  default = ""
}

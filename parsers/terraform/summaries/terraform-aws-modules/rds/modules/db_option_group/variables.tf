variable "create" {
  type    = bool
  default = true
}

variable "engine_name" {
  type    = string
  default = null
}

variable "major_engine_version" {
  type    = string
  default = null
}

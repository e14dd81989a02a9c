variable "default_alarms_enabled" {
  type    = bool
  default = true
}

variable "custom_alarms" {
  type    = any
  default = {}
}

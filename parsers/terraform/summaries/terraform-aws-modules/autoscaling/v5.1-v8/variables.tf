variable "image_id" {
  type    = string
  default = ""
}

variable "initial_lifecycle_hooks" {
  type    = list(map(string))
  default = []
}

variable "create_schedule" {
  type    = bool
  default = true
}

variable "schedules" {
  type    = map(any)
  default = {}
}

variable "create_scaling_policy" {
  type    = bool
  default = true
}

variable "network_interfaces" {
  type    = any
  default = []
}

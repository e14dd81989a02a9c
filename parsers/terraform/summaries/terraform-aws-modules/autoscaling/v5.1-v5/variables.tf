variable "availability_zone" {
  type    = list(string)
  default = null
}

variable "suspended_processes" {
  type    = list(string)
  default = null
}

variable "instance_type" {
  type    = string
  default = ""
}

variable "user_data_base64" {
  type    = string
  default = null
}

variable "security_groups" {
  type    = list(string)
  default = null
}

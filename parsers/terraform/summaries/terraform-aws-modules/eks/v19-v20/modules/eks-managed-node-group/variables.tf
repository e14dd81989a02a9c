variable "launch_template_name" {
  type    = string
  default = null
}

variable "use_custom_launch_template" {
  type    = bool
  default = true
}

variable "launch_template_id" {
  type    = string
  default = ""
}

variable "tag_specifications" {
  type    = list(string)
  default = ["instance", "volume", "network-interface"]
}

variable "platform" {
  type    = string
  default = "linux"
}

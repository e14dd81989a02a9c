variable "launch_template_name" {
  type    = string
  default = null
}

variable "create_autoscaling_group" {
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

variable "create_schedule" {
  type    = bool
  default = true
}

variable "instance_refresh" {
  type = any
  default = {
    strategy = "Rolling"
    preferences = {
      min_healthy_percentage = 66
    }
  }
}

variable "platform" {
  type    = string
  default = "linux"
}

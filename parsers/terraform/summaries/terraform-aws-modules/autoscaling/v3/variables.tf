variable "max_size" {
  type = string
}

variable "min_size" {
  type = string
}

variable "desired_capacity" {
  type = string
}

variable "max_instance_lifetime" {
  type    = number
  default = 0
}

variable "user_data_base64" {
  type    = string
  default = null
}

variable "vpc_zone_identifier" {
  type = list(string)
}

variable "load_balancers" {
  type    = list(string)
  default = []
}

variable "target_group_arns" {
  type    = list(string)
  default = []
}

variable "security_groups" {
  type    = list(string)
  default = []
}

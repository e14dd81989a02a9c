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

# Up to 3.5 the default was a blank, which is as empty.
variable "user_data" {
  type    = string
  default = null
}

variable "user_data_base64" {
  type    = string
  default = null
}

variable "max_size" {}

variable "min_size" {}

variable "desired_capacity" {}

variable "user_data" {
  default = " "
}

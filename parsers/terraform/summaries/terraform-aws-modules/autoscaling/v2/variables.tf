variable "max_size" {}

variable "min_size" {}

variable "desired_capacity" {}

variable "user_data" {
  default = " "
}

variable "vpc_zone_identifier" {
  type = list(any)
}

variable "load_balancers" {
  default = []
}

variable "target_group_arns" {
  default = []
}

variable "security_groups" {
  type    = list(any)
  default = []
}

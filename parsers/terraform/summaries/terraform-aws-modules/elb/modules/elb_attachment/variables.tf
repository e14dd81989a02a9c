variable "create_attachment" {
  type    = bool
  default = true
}

variable "number_of_instances" {
  type = number
}

variable "elb" {
  type = string
}

variable "instances" {
  type = list(string)
}

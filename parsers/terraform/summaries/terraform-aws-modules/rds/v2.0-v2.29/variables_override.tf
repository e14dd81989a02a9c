variable "availability_zone" {
  default = ""
}

variable "name" {
  default = ""
}

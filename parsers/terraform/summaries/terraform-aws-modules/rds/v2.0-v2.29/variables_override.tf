variable "availability_zone" {
  default = ""
}

variable "name" {
  default = ""
}

variable "storage_type" {
  default = "gp2"
}

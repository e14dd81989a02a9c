variable "private_ip" {
  type    = string
  default = null
}

variable "user_data" {
  type    = string
  default = null
}

variable "associate_public_ip_address" {
  type    = bool
  default = null
}

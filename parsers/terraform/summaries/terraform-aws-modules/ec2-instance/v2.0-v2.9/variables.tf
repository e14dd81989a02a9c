variable "private_ip" {
  type    = string
  default = ""
}

variable "user_data" {
  type    = string
  default = ""
}

# It refuses the address that a public subnet would give.
variable "associate_public_ip_address" {
  type    = bool
  default = false
}

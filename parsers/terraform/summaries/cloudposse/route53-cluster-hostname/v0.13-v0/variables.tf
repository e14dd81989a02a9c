variable "zone_name" {
  type    = string
  default = null
}

variable "private_zone" {
  type    = bool
  default = null
}

variable "zone_vpc_id" {
  type    = string
  default = null
}

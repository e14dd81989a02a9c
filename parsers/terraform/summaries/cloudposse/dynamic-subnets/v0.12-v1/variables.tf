variable "availability_zones" {
  type = list(string)
}

variable "igw_id" {
  type = string
}

variable "cidr_block" {
  type    = string
  default = ""
}

variable "max_subnet_count" {
  type    = number
  default = 0
}

variable "vpc_default_route_table_id" {
  type    = string
  default = ""
}

variable "nat_gateway_enabled" {
  type    = bool
  default = true
}

variable "nat_instance_enabled" {
  type    = bool
  default = false
}

variable "subnet_type_tag_key" {
  type    = string
  default = "cpco.io/subnet/type"
}

variable "subnet_type_tag_value_format" {
  type    = string
  default = "%s"
}

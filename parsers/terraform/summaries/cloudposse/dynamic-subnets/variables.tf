variable "private_subnets_additional_tags" {
  type    = map(string)
  default = {}
}

variable "public_subnets_additional_tags" {
  type    = map(string)
  default = {}
}

variable "map_public_ip_on_launch" {
  type    = bool
  default = true
}

variable "nat_elastic_ips" {
  type    = list(string)
  default = []
}

variable "nat_instance_type" {
  type    = string
  default = "t3.micro"
}

variable "vpc_id" {
  type = string
}

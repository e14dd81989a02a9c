variable "ami_ssm_parameter" {
  type    = string
  default = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
}

variable "vpc_security_group_ids" {
  type    = list(string)
  default = []
}

variable "network_interface" {
  type    = any
  default = null
}

variable "launch_template" {
  type    = any
  default = null
}

variable "root_block_device" {
  type    = any
  default = null
}

variable "instance_market_options" {
  type    = any
  default = null
}

variable "ebs_volumes" {
  type    = any
  default = null
}

variable "volume_tags" {
  type    = map(string)
  default = {}
}

variable "create_security_group" {
  type    = bool
  default = true
}

variable "security_group_name" {
  type    = string
  default = null
}

variable "security_group_use_name_prefix" {
  type    = bool
  default = true
}

variable "security_group_description" {
  type    = string
  default = null
}

variable "security_group_vpc_id" {
  type    = string
  default = null
}

variable "security_group_tags" {
  type    = map(string)
  default = {}
}

variable "security_group_ingress_rules" {
  type    = any
  default = null
}

variable "security_group_egress_rules" {
  type = any
  default = {
    ipv4_default = { cidr_ipv4 = "0.0.0.0/0", ip_protocol = "-1" }
    ipv6_default = { cidr_ipv6 = "::/0", ip_protocol = "-1" }
  }
}

variable "region" {
  type    = string
  default = null
}

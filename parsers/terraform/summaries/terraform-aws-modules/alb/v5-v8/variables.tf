variable "create_lb" {
  type    = bool
  default = true
}

variable "putin_khuylo" {
  type    = bool
  default = true
}

variable "name" {
  type    = string
  default = null
}

variable "name_prefix" {
  type    = string
  default = null
}

variable "load_balancer_type" {
  type    = string
  default = "application"
}

variable "internal" {
  type    = bool
  default = false
}

variable "ip_address_type" {
  type    = string
  default = "ipv4"
}

variable "vpc_id" {
  type    = string
  default = null
}

variable "subnets" {
  type    = list(string)
  default = null
}

variable "subnet_mapping" {
  type    = list(map(string))
  default = []
}

variable "security_groups" {
  type    = list(string)
  default = []
}

variable "enable_cross_zone_load_balancing" {
  type    = bool
  default = false
}

variable "http_tcp_listeners" {
  type    = any
  default = []
}

variable "https_listeners" {
  type    = any
  default = []
}

variable "http_tcp_listener_rules" {
  type    = any
  default = []
}

variable "https_listener_rules" {
  type    = any
  default = []
}

variable "target_groups" {
  type    = any
  default = []
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "lb_tags" {
  type    = map(string)
  default = {}
}

variable "target_group_tags" {
  type    = map(string)
  default = {}
}

variable "create_alb" {
  type    = bool
  default = true
}

variable "logging_enabled" {
  type    = bool
  default = true
}

variable "load_balancer_name" {
  type = string
}

variable "load_balancer_is_internal" {
  type    = bool
  default = false
}

variable "ip_address_type" {
  type    = string
  default = "ipv4"
}

variable "vpc_id" {
  type = string
}

variable "subnets" {
  type = list(string)
}

variable "security_groups" {
  type = list(string)
}

variable "enable_cross_zone_load_balancing" {
  type    = bool
  default = false
}

variable "http_tcp_listeners" {
  type    = list(map(string))
  default = []
}

variable "http_tcp_listeners_count" {
  type    = number
  default = 0
}

variable "https_listeners" {
  type    = list(map(string))
  default = []
}

variable "https_listeners_count" {
  type    = number
  default = 0
}

variable "target_groups" {
  type    = list(map(string))
  default = []
}

variable "target_groups_count" {
  type    = number
  default = 0
}

variable "target_groups_defaults" {
  type    = map(string)
  default = {}
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "subnet_mapping" {
  type    = list(map(string))
  default = []
}

variable "listeners" {
  type    = any
  default = {}
}

variable "target_groups" {
  type    = any
  default = {}
}

variable "security_group_ingress_rules" {
  type    = any
  default = {}
}

variable "security_group_egress_rules" {
  type    = any
  default = {}
}

variable "route53_records" {
  type    = any
  default = {}
}

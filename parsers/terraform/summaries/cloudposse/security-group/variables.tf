variable "vpc_id" {
  type = string
}

variable "security_group_name" {
  type    = list(string)
  default = []
}

variable "target_security_group_id" {
  type    = list(string)
  default = []
}

variable "rules" {
  type    = list(any)
  default = []
}

variable "rules_map" {
  type    = any
  default = {}
}

variable "rule_matrix" {
  type    = any
  default = []
}

variable "inline_rules_enabled" {
  type    = bool
  default = false
}

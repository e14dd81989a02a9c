variable "create_certificate" {
  type    = bool
  default = true
}

variable "create_route53_records_only" {
  type    = bool
  default = false
}

variable "create_route53_records" {
  type    = bool
  default = true
}

variable "validate_certificate" {
  type    = bool
  default = true
}

variable "wait_for_validation" {
  type    = bool
  default = true
}

variable "putin_khuylo" {
  type    = bool
  default = true
}

variable "domain_name" {
  type    = string
  default = ""
}

variable "subject_alternative_names" {
  type    = list(string)
  default = []
}

variable "distinct_domain_names" {
  type    = list(string)
  default = []
}

variable "acm_certificate_domain_validation_options" {
  type    = any
  default = {}
}

variable "zone_id" {
  type    = string
  default = ""
}

variable "dns_ttl" {
  type    = number
  default = 60
}

variable "create" {
  type    = bool
  default = true
}

variable "create_zone" {
  type    = bool
  default = true
}

variable "name" {
  type    = string
  default = ""
}

variable "private_zone" {
  type    = bool
  default = false
}

variable "vpc_id" {
  type    = string
  default = null
}

variable "vpc" {
  type = map(object({
    vpc_id     = string
    vpc_region = optional(string)
  }))
  default = null
}

variable "ignore_vpc" {
  type    = bool
  default = false
}

variable "records" {
  type = map(object({
    name      = optional(string)
    full_name = optional(string)
    type      = string
    ttl       = optional(number)
    records   = optional(list(string))
    alias = optional(object({
      name                   = string
      zone_id                = string
      evaluate_target_health = optional(bool, false)
    }))
    set_identifier                   = optional(string)
    health_check_id                  = optional(string)
    multivalue_answer_routing_policy = optional(bool)
    failover_routing_policy          = optional(object({ type = string }))
    weighted_routing_policy          = optional(object({ weight = number }))
    latency_routing_policy           = optional(object({ region = string }))
    geolocation_routing_policy = optional(object({
      continent   = optional(string)
      country     = optional(string)
      subdivision = optional(string)
    }))
    geoproximity_routing_policy = optional(object({
      aws_region       = optional(string)
      bias             = optional(number)
      local_zone_group = optional(string)
      coordinates      = optional(list(object({ latitude = number, longitude = number })))
    }))
    cidr_routing_policy = optional(object({ collection_id = string, location_name = string }))
  }))
  default = {}
}

variable "tags" {
  type    = map(string)
  default = {}
}

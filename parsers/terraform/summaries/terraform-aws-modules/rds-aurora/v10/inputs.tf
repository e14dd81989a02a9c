variable "create" {
  type    = bool
  default = true
}

variable "cluster_scalability_type" {
  type    = string
  default = null
}

variable "cluster_instance_class" {
  type    = string
  default = null
}

variable "manage_master_user_password" {
  type    = bool
  default = true
}

variable "region" {
  type    = string
  default = null
}

variable "cluster_monitoring_interval" {
  type    = number
  default = 0
}

variable "cluster_parameter_group_name" {
  type    = string
  default = null
}

variable "cluster_parameter_group" {
  type    = any
  default = null
}

variable "db_parameter_group" {
  type    = any
  default = null
}

variable "instances" {
  type = map(object({
    identifier          = optional(string)
    identifier_prefix   = optional(string)
    instance_class      = optional(string)
    availability_zone   = optional(string)
    promotion_tier      = optional(number)
    publicly_accessible = optional(bool)
    monitoring_interval = optional(number)
    tags                = optional(map(string), {})
  }))
  default  = {}
  nullable = false
}

variable "security_group_ingress_rules" {
  type = map(object({
    ip_protocol                  = optional(string, "tcp")
    from_port                    = optional(number)
    to_port                      = optional(number)
    cidr_ipv4                    = optional(string)
    cidr_ipv6                    = optional(string)
    prefix_list_id               = optional(string)
    referenced_security_group_id = optional(string)
  }))
  default  = {}
  nullable = false
}

variable "security_group_egress_rules" {
  type = map(object({
    ip_protocol                  = optional(string, "tcp")
    from_port                    = optional(number)
    to_port                      = optional(number)
    cidr_ipv4                    = optional(string)
    cidr_ipv6                    = optional(string)
    prefix_list_id               = optional(string)
    referenced_security_group_id = optional(string)
  }))
  default  = {}
  nullable = false
}

variable "restore_to_point_in_time" {
  type = object({
    source_cluster_identifier  = optional(string)
    source_cluster_resource_id = optional(string)
    restore_type               = optional(string)
    restore_to_time            = optional(string)
    use_latest_restorable_time = optional(bool)
  })
  default = null
}

variable "s3_import" {
  type = object({
    source_engine_version = string
    bucket_name           = string
    bucket_prefix         = optional(string)
    ingestion_role        = string
  })
  default = null
}

variable "scaling_configuration" {
  type = object({
    min_capacity             = optional(number)
    max_capacity             = optional(number)
    auto_pause               = optional(bool)
    seconds_until_auto_pause = optional(number)
    seconds_before_timeout   = optional(number)
    timeout_action           = optional(string)
  })
  default = null
}

variable "serverlessv2_scaling_configuration" {
  type = object({
    min_capacity             = optional(number)
    max_capacity             = number
    seconds_until_auto_pause = optional(number)
  })
  default = null
}

variable "shard_group" {
  type = object({
    identifier          = string
    compute_redundancy  = optional(number)
    min_acu             = optional(number)
    max_acu             = number
    publicly_accessible = optional(bool)
    tags                = optional(map(string), {})
  })
  default = null
}

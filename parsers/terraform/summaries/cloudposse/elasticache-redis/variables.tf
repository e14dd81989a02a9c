variable "vpc_id" {
  type = string
}

variable "subnets" {
  type    = list(string)
  default = []
}

variable "elasticache_subnet_group_name" {
  type    = string
  default = ""
}

variable "availability_zones" {
  type    = list(string)
  default = []
}

variable "replication_group_id" {
  type    = string
  default = ""
}

variable "description" {
  type    = string
  default = null
}

variable "global_replication_group_id" {
  type    = string
  default = null
}

variable "engine" {
  type    = string
  default = "redis"
}

variable "instance_type" {
  type    = string
  default = "cache.t2.micro"
}

variable "port" {
  type    = number
  default = 6379
}

variable "cluster_size" {
  type    = number
  default = 1
}

variable "cluster_mode_enabled" {
  type    = bool
  default = false
}

variable "cluster_mode_num_node_groups" {
  type    = number
  default = 0
}

variable "cluster_mode_replicas_per_node_group" {
  type    = number
  default = 0
}

variable "automatic_failover_enabled" {
  type    = bool
  default = false
}

variable "multi_az_enabled" {
  type    = bool
  default = false
}

variable "snapshot_retention_limit" {
  type    = number
  default = 0
}

variable "snapshot_name" {
  type    = string
  default = null
}

variable "user_group_ids" {
  type    = list(string)
  default = null
}

variable "serverless_enabled" {
  type    = bool
  default = false
}

variable "create_parameter_group" {
  type    = bool
  default = true
}

variable "parameter_group_name" {
  type    = string
  default = null
}

variable "parameter" {
  type    = list(object({ name = string, value = string }))
  default = []
}

variable "create_security_group" {
  type    = bool
  default = true
}

variable "use_existing_security_groups" {
  type    = bool
  default = null
}

variable "existing_security_groups" {
  type    = list(string)
  default = []
}

variable "associated_security_group_ids" {
  type    = list(string)
  default = []
}

variable "allowed_security_groups" {
  type    = list(string)
  default = []
}

variable "allowed_security_group_ids" {
  type    = list(string)
  default = []
}

variable "allowed_cidr_blocks" {
  type    = list(string)
  default = []
}

variable "allow_all_egress" {
  type    = bool
  default = null
}

variable "egress_cidr_blocks" {
  type    = list(any)
  default = null
}

variable "additional_security_group_rules" {
  type    = list(any)
  default = []
}

variable "security_group_name" {
  type    = list(string)
  default = []
}

variable "target_security_group_id" {
  type    = list(string)
  default = []
}

variable "security_group_create_before_destroy" {
  type    = bool
  default = true
}

variable "preserve_security_group_id" {
  type    = bool
  default = false
}

variable "inline_rules_enabled" {
  type    = bool
  default = false
}

variable "zone_id" {
  type    = any
  default = []
}

variable "dns_subdomain" {
  type    = string
  default = ""
}

variable "cloudwatch_metric_alarms_enabled" {
  type    = bool
  default = false
}

variable "alarm_actions" {
  type    = list(string)
  default = []
}

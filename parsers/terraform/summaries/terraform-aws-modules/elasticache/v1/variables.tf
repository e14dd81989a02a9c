variable "create" {
  type    = bool
  default = true
}

variable "create_replication_group" {
  type    = bool
  default = true
}

variable "create_cluster" {
  type    = bool
  default = false
}

variable "replication_group_id" {
  type    = string
  default = null
}

variable "cluster_id" {
  type    = string
  default = ""
}

variable "description" {
  type    = string
  default = null
}

variable "engine" {
  type    = string
  default = "redis"
}

variable "node_type" {
  type    = string
  default = null
}

variable "port" {
  type    = number
  default = null
}

variable "num_cache_clusters" {
  type    = number
  default = null
}

variable "cluster_mode" {
  type    = string
  default = null
}

variable "cluster_mode_enabled" {
  type    = bool
  default = false
}

variable "num_node_groups" {
  type    = number
  default = null
}

variable "replicas_per_node_group" {
  type    = number
  default = null
}

variable "automatic_failover_enabled" {
  type    = bool
  default = null
}

variable "multi_az_enabled" {
  type    = bool
  default = false
}

variable "preferred_cache_cluster_azs" {
  type    = list(string)
  default = []
}

variable "num_cache_nodes" {
  type    = number
  default = 1
}

variable "az_mode" {
  type    = string
  default = null
}

variable "availability_zone" {
  type    = string
  default = null
}

variable "preferred_availability_zones" {
  type    = list(string)
  default = []
}

variable "outpost_mode" {
  type    = string
  default = null
}

variable "snapshot_retention_limit" {
  type    = number
  default = null
}

variable "snapshot_name" {
  type    = string
  default = null
}

variable "auth_token" {
  type    = string
  default = null
}

variable "user_group_ids" {
  type    = list(string)
  default = null
}

variable "create_primary_global_replication_group" {
  type    = bool
  default = false
}

variable "create_secondary_global_replication_group" {
  type    = bool
  default = false
}

variable "global_replication_group_id" {
  type    = string
  default = null
}

variable "create_subnet_group" {
  type    = bool
  default = true
}

variable "subnet_group_name" {
  type    = string
  default = null
}

variable "subnet_ids" {
  type    = list(string)
  default = []
}

variable "create_parameter_group" {
  type    = bool
  default = false
}

variable "parameter_group_name" {
  type    = string
  default = null
}

variable "parameter_group_family" {
  type    = string
  default = ""
}

variable "parameters" {
  type    = list(map(string))
  default = []
}

variable "create_security_group" {
  type    = bool
  default = true
}

variable "vpc_id" {
  type    = string
  default = null
}

variable "security_group_ids" {
  type    = list(string)
  default = []
}

variable "security_group_name" {
  type    = string
  default = null
}

variable "security_group_use_name_prefix" {
  type    = bool
  default = true
}

variable "security_group_rules" {
  type    = any
  default = {}
}

variable "security_group_tags" {
  type    = map(string)
  default = {}
}

variable "tags" {
  type    = map(string)
  default = {}
}

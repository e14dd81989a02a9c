variable "create_eks" {
  type    = bool
  default = true
}

variable "cluster_name" {
  type    = string
  default = ""
}

variable "cluster_version" {
  type    = string
  default = null
}

variable "vpc_id" {
  type    = string
  default = null
}

variable "subnets" {
  type    = list(string)
  default = []
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "cluster_tags" {
  type    = map(string)
  default = {}
}

variable "cluster_enabled_log_types" {
  type    = list(string)
  default = []
}

variable "cluster_service_ipv4_cidr" {
  type    = string
  default = null
}

variable "cluster_create_security_group" {
  type    = bool
  default = true
}

variable "cluster_security_group_id" {
  type    = string
  default = ""
}

variable "cluster_egress_cidrs" {
  type    = list(string)
  default = ["0.0.0.0/0"]
}

variable "cluster_endpoint_private_access" {
  type    = bool
  default = false
}

variable "cluster_endpoint_public_access" {
  type    = bool
  default = true
}

variable "cluster_endpoint_public_access_cidrs" {
  type    = list(string)
  default = ["0.0.0.0/0"]
}

variable "cluster_create_endpoint_private_access_sg_rule" {
  type    = bool
  default = false
}

variable "cluster_endpoint_private_access_cidrs" {
  type    = list(string)
  default = null
}

variable "cluster_endpoint_private_access_sg" {
  type    = list(string)
  default = null
}

variable "manage_cluster_iam_resources" {
  type    = bool
  default = true
}

variable "cluster_iam_role_name" {
  type    = string
  default = ""
}

variable "enable_irsa" {
  type    = bool
  default = false
}

variable "worker_create_security_group" {
  type    = bool
  default = true
}

variable "worker_security_group_id" {
  type    = string
  default = ""
}

variable "worker_additional_security_group_ids" {
  type    = list(string)
  default = []
}

variable "worker_create_cluster_primary_security_group_rules" {
  type    = bool
  default = false
}

variable "worker_sg_ingress_from_port" {
  type    = number
  default = 1025
}

variable "workers_egress_cidrs" {
  type    = list(string)
  default = ["0.0.0.0/0"]
}

variable "worker_groups" {
  type    = any
  default = []
}

variable "worker_groups_launch_template" {
  type    = any
  default = []
}

variable "workers_group_defaults" {
  type    = any
  default = {}
}

variable "worker_create_initial_lifecycle_hooks" {
  type    = bool
  default = false
}

variable "default_platform" {
  type    = string
  default = "linux"
}

variable "manage_worker_iam_resources" {
  type    = bool
  default = true
}

variable "workers_role_name" {
  type    = string
  default = ""
}

variable "workers_additional_policies" {
  type    = list(string)
  default = []
}

variable "attach_worker_cni_policy" {
  type    = bool
  default = true
}

variable "iam_path" {
  type    = string
  default = "/"
}

variable "node_groups" {
  type    = any
  default = {}
}

variable "node_groups_defaults" {
  type    = any
  default = {}
}

variable "fargate_profiles" {
  type    = any
  default = {}
}

variable "create_fargate_pod_execution_role" {
  type    = bool
  default = true
}

variable "fargate_pod_execution_role_name" {
  type    = string
  default = null
}

variable "create_eks" {
  type    = bool
  default = true
}

variable "cluster_name" {
  type    = string
  default = ""
}

variable "default_iam_role_arn" {
  type    = string
  default = ""
}

variable "workers_group_defaults" {
  type    = any
  default = {}
}

variable "worker_security_group_id" {
  type    = string
  default = ""
}

variable "worker_additional_security_group_ids" {
  type    = list(string)
  default = []
}

variable "node_groups" {
  type    = any
  default = {}
}

variable "node_groups_defaults" {
  type    = any
  default = {}
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "create_eks" {
  type    = bool
  default = true
}

variable "cluster_name" {
  type    = string
  default = ""
}

variable "subnets" {
  type    = list(string)
  default = []
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

variable "iam_path" {
  type    = string
  default = "/"
}

variable "tags" {
  type    = map(string)
  default = {}
}

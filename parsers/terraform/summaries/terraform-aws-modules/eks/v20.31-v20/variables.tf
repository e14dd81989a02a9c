variable "cluster_compute_config" {
  type    = any
  default = {}
}

variable "enable_security_groups_for_pods" {
  type    = bool
  default = true
}

variable "access_entries" {
  type    = any
  default = {}
}

variable "enable_cluster_creator_admin_permissions" {
  type    = bool
  default = false
}

variable "cluster_ip_family" {
  type    = string
  default = "ipv4"
}

variable "enable_efa_support" {
  type    = bool
  default = false
}

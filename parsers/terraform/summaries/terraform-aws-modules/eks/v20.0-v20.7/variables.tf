variable "cluster_ip_family" {
  type    = string
  default = null
}

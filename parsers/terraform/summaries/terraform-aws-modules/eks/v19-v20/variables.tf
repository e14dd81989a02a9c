variable "cluster_endpoint_private_access" {
  type    = bool
  default = true
}

variable "cluster_endpoint_public_access" {
  type    = bool
  default = false
}

variable "cluster_service_ipv6_cidr" {
  type    = string
  default = null
}

variable "outpost_config" {
  type    = any
  default = {}
}

variable "cluster_encryption_config" {
  type = any
  default = {
    resources = ["secrets"]
  }
}

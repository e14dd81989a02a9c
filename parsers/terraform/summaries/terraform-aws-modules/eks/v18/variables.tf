variable "cluster_endpoint_private_access" {
  type    = bool
  default = false
}

variable "cluster_endpoint_public_access" {
  type    = bool
  default = true
}

variable "cluster_ip_family" {
  type    = string
  default = null
}

variable "cluster_encryption_config" {
  type    = list(any)
  default = []
}

variable "iam_role_additional_policies" {
  type    = list(string)
  default = []
}

variable "node_security_group_ntp_ipv4_cidr_block" {
  type    = list(string)
  default = ["0.0.0.0/0"]
}

variable "node_security_group_ntp_ipv6_cidr_block" {
  type    = list(string)
  default = ["::/0"]
}

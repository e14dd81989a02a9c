variable "auto_ingress_rules" {
  type    = list(string)
  default = ["etcd-client-tcp", "etcd-peer-tcp"]
}

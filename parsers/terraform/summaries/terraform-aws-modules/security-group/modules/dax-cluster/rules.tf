variable "auto_ingress_rules" {
  type    = list(string)
  default = ["dax-cluster-unencrypted-tcp", "dax-cluster-encrypted-tcp"]
}

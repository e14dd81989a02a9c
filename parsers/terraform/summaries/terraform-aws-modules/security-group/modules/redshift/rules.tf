variable "auto_ingress_rules" {
  type    = list(string)
  default = ["redshift-tcp"]
}

variable "auto_ingress_rules" {
  type    = list(string)
  default = ["smtp-tcp"]
}

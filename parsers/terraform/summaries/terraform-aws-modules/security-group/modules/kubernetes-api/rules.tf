variable "auto_ingress_rules" {
  type    = list(string)
  default = ["kubernetes-api-tcp"]
}

variable "auto_ingress_rules" {
  type    = list(string)
  default = ["http-8080-tcp"]
}

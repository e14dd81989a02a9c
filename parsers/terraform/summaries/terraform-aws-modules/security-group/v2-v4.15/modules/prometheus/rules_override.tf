variable "auto_ingress_rules" {
  type    = list(string)
  default = ["prometheus-http-tcp", "prometheus-pushgateway-http-tcp"]
}

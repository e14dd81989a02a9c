variable "auto_ingress_rules" {
  type    = list(string)
  default = ["squid-proxy-tcp"]
}

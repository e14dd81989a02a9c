variable "auto_ingress_rules" {
  type    = list(string)
  default = ["rdp-tcp", "rdp-udp"]
}

variable "auto_ingress_rules" {
  type = list(string)
  default = [
    "carbon-line-in-tcp", "carbon-line-in-udp", "carbon-pickle-tcp", "carbon-pickle-udp", "carbon-gui-udp",
  ]
}

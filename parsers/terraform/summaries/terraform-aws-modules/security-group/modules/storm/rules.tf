variable "auto_ingress_rules" {
  type    = list(string)
  default = ["storm-nimbus-tcp", "storm-ui-tcp", "storm-supervisor-tcp"]
}

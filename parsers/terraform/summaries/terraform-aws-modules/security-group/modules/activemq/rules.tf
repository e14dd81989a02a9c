variable "auto_ingress_rules" {
  type = list(string)
  default = [
    "activemq-5671-tcp", "activemq-8883-tcp", "activemq-61614-tcp", "activemq-61617-tcp", "activemq-61619-tcp",
  ]
}

variable "auto_ingress_rules" {
  type    = list(string)
  default = ["kafka-broker-tcp", "kafka-broker-tls-tcp", "kafka-jmx-exporter-tcp", "kafka-node-exporter-tcp"]
}

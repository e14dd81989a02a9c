variable "auto_ingress_rules" {
  type = list(string)
  default = [
    "kafka-broker-tcp", "kafka-broker-tls-tcp", "kafka-broker-tls-public-tcp", "kafka-broker-sasl-scram-tcp",
    "kafka-broker-sasl-iam-tcp", "kafka-broker-sasl-iam-public-tcp", "kafka-jmx-exporter-tcp",
    "kafka-node-exporter-tcp",
  ]
}

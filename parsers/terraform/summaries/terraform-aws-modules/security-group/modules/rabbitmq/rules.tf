variable "auto_ingress_rules" {
  type = list(string)
  default = [
    "rabbitmq-4369-tcp", "rabbitmq-5671-tcp", "rabbitmq-5672-tcp", "rabbitmq-15672-tcp", "rabbitmq-25672-tcp",
  ]
}

variable "mode" {}

resource "aws_mq_broker" "given" { # unknown AL991
  broker_name        = "given"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  deployment_mode    = var.mode
}

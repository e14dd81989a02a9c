resource "aws_mq_broker" "written" {
  broker_name        = "written"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  deployment_mode    = "SINGLE_INSTANCE" # want AL991 "aws_mq_broker.written is a single instance"
}

resource "aws_mq_broker" "absent" { # want AL991 "aws_mq_broker.absent is a single instance"
  broker_name        = "absent"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
}

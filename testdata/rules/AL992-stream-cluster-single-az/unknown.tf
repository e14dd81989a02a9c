variable "subnets" {
  type = list(string)
}

resource "aws_msk_cluster" "given" { # unknown AL992
  cluster_name           = "given"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 2

  broker_node_group_info {
    instance_type   = "kafka.m5.large"
    security_groups = ["sg-1"]
    client_subnets  = var.subnets
  }
}

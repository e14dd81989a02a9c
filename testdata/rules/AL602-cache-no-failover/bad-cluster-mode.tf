# AWS refuses shards without failover, however cluster mode is turned on.
resource "aws_elasticache_replication_group" "several" {
  replication_group_id       = "several"
  description                = "answers"
  node_type                  = "cache.m7g.large"
  num_node_groups            = 2
  replicas_per_node_group    = 1
  automatic_failover_enabled = false # want AL602 "several has cluster mode on and automatic failover off, which AWS refuses"
}

resource "aws_elasticache_replication_group" "of_aws" {
  replication_group_id       = "of-aws"
  description                = "answers"
  node_type                  = "cache.m7g.large"
  parameter_group_name       = "default.redis7.cluster.on"
  replicas_per_node_group    = 1
  automatic_failover_enabled = false # want AL602 "which AWS refuses"
}

resource "aws_elasticache_parameter_group" "own" {
  name   = "own"
  family = "redis7"

  parameter {
    name  = "cluster-enabled"
    value = "yes"
  }
}

resource "aws_elasticache_replication_group" "own" {
  replication_group_id       = "own"
  description                = "answers"
  node_type                  = "cache.m7g.large"
  parameter_group_name       = aws_elasticache_parameter_group.own.name
  replicas_per_node_group    = 1
  automatic_failover_enabled = false # want AL602 "which AWS refuses"
}

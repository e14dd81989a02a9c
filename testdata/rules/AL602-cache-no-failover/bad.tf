resource "aws_elasticache_replication_group" "off" {
  replication_group_id       = "off"
  description                = "answers"
  node_type                  = "cache.m7g.large"
  replicas_per_node_group    = 1
  automatic_failover_enabled = "false" # want AL602 "automatic failover is off$"
}

# Failover is off where nothing is written.
resource "aws_elasticache_replication_group" "unwritten" { # want AL602 "no replica of .*unwritten takes over when the primary fails: automatic failover is off because none is written"
  replication_group_id = "unwritten"
  description          = "answers"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = 2
}

resource "aws_elasticache_replication_group" "off" {
  replication_group_id       = "off"
  description                = "answers"
  node_type                  = "cache.m7g.large"
  replicas_per_node_group    = 1
  automatic_failover_enabled = "false" # want AL602 "automatic failover is off$"
}

# Failover is off where nothing is written.
resource "aws_elasticache_replication_group" "unwritten" { # want AL602 "no replica of .*unwritten takes over when the primary fails: automatic failover is off because none is written"
  replication_group_id = "unwritten"
  description          = "answers"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = 2
}

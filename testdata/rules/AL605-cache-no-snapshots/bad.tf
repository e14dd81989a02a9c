resource "aws_elasticache_replication_group" "unwritten" { # want AL605 "unwritten makes no snapshots: no retention is written, and none are kept unless it is"
  replication_group_id = "unwritten"
  description          = "answers"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = 2
}

resource "aws_elasticache_replication_group" "zero" {
  replication_group_id     = "zero"
  description              = "answers"
  node_type                = "cache.m7g.large"
  num_cache_clusters       = 2
  snapshot_retention_limit = 0 # want AL605 "zero makes no snapshots: they are kept for no day"
}

resource "aws_elasticache_cluster" "lone" { # want AL605 "lone makes no snapshots"
  cluster_id      = "lone"
  engine          = "valkey"
  node_type       = "cache.m7g.large"
  num_cache_nodes = 1
}

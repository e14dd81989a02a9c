resource "aws_elasticache_replication_group" "nodes" {
  replication_group_id = "nodes"
  description          = "answers"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = 7 # want AL510 "nodes has more replicas than the 5 that a shard may have"
}

resource "aws_memorydb_cluster" "memory" {
  name                   = "memory"
  acl_name               = "open-access"
  node_type              = "db.t4g.small"
  num_replicas_per_shard = 6 # want AL510 "memory has more replicas than the 5"
}

resource "aws_elasticache_replication_group" "most" {
  replication_group_id = "most"
  description          = "answers"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = 6
}

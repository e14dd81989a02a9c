resource "aws_elasticache_replication_group" "kept" {
  replication_group_id     = "kept"
  description              = "answers"
  node_type                = "cache.m7g.large"
  num_cache_clusters       = 1
  snapshot_retention_limit = 7
}

# A member leaves its snapshots to the group.
resource "aws_elasticache_cluster" "member" {
  cluster_id           = "member"
  replication_group_id = aws_elasticache_replication_group.kept.id
}

# Memcached makes none.
resource "aws_elasticache_cluster" "memcached" {
  cluster_id      = "memcached"
  engine          = "memcached"
  node_type       = "cache.m7g.large"
  num_cache_nodes = 2
}

# The names of the provider before its version 4.
resource "aws_elasticache_replication_group" "nodes" {
  replication_group_id          = "nodes"
  replication_group_description = "answers"
  node_type                     = "cache.m5.large"
  number_cache_clusters         = 1 # want AL601 "nodes has no replica"
}

resource "aws_elasticache_replication_group" "shards" {
  replication_group_id          = "shards"
  replication_group_description = "answers"
  node_type                     = "cache.m5.large"
  automatic_failover_enabled    = true

  cluster_mode {
    num_node_groups         = 2
    replicas_per_node_group = 0 # want AL601 "shards has no replica"
  }
}

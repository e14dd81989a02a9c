resource "aws_elasticache_replication_group" "on" {
  replication_group_id       = "on"
  description                = "answers"
  node_type                  = "cache.m7g.large"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
}

# Without a replica there is nothing that could take over.
resource "aws_elasticache_replication_group" "one" {
  replication_group_id       = "one"
  description                = "answers"
  node_type                  = "cache.m7g.large"
  num_cache_clusters         = 1
  automatic_failover_enabled = false
}

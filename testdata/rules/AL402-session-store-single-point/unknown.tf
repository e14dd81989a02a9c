variable "nodes" {
  type = number
}

resource "aws_elasticache_replication_group" "sessions" { # unknown AL402
  replication_group_id       = "sessions"
  description                = "sessions"
  node_type                  = "cache.m7g.large"
  num_cache_clusters         = var.nodes
  automatic_failover_enabled = true
}

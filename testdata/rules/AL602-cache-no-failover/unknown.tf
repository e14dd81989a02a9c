variable "failover" {
  type = bool
}

resource "aws_elasticache_replication_group" "main" { # unknown AL602
  replication_group_id       = "main"
  description                = "answers"
  node_type                  = "cache.m7g.large"
  num_cache_clusters         = 2
  automatic_failover_enabled = var.failover
}

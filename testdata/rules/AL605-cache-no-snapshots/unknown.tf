variable "days" {
  type = number
}

resource "aws_elasticache_replication_group" "main" { # unknown AL605
  replication_group_id     = "main"
  description              = "answers"
  node_type                = "cache.m7g.large"
  snapshot_retention_limit = var.days
}

# Replicas may be added; and a test of a default decides nothing.
variable "group" {
  type = string
}

variable "environment" {
  default = "dev"
}

resource "aws_elasticache_replication_group" "main" { # unknown AL601
  replication_group_id = "main"
  description          = "answers"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = 1
}

resource "aws_elasticache_cluster" "replica" {
  cluster_id           = "replica"
  replication_group_id = var.group
}

resource "aws_elasticache_replication_group" "by_environment" { # unknown AL601
  replication_group_id = "by-environment"
  description          = "answers"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = var.environment == "prod" ? 2 : 1
}

# Shards that may be there.
variable "sharded" {
  type = bool
}

resource "aws_elasticache_replication_group" "perhaps_sharded" { # unknown AL601
  replication_group_id          = "perhaps-sharded"
  replication_group_description = "answers"
  node_type                     = "cache.m5.large"

  dynamic "cluster_mode" {
    for_each = var.sharded ? ["yes"] : []

    content {
      num_node_groups         = 2
      replicas_per_node_group = 1
    }
  }
}

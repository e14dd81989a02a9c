# The replicas stand beside the group.
resource "aws_elasticache_replication_group" "main" {
  replication_group_id       = "main"
  description                = "answers"
  node_type                  = "cache.m7g.large"
  automatic_failover_enabled = true
  num_cache_clusters         = 1

  lifecycle {
    ignore_changes = [num_cache_clusters]
  }
}

resource "aws_elasticache_cluster" "replica" {
  cluster_id           = "replica"
  replication_group_id = aws_elasticache_replication_group.main.id
}

# A secondary of a global datastore has the shape of its primary.
resource "aws_elasticache_replication_group" "secondary" {
  replication_group_id        = "secondary"
  description                 = "a copy in another region"
  global_replication_group_id = aws_elasticache_global_replication_group.all.global_replication_group_id
}

resource "aws_elasticache_global_replication_group" "all" {
  global_replication_group_id_suffix = "all"
  primary_replication_group_id       = aws_elasticache_replication_group.main.id
}

# The old way to write a shard with replicas.
resource "aws_elasticache_replication_group" "old" {
  replication_group_id          = "old"
  replication_group_description = "answers"
  node_type                     = "cache.m5.large"
  automatic_failover_enabled    = true

  cluster_mode {
    num_node_groups         = 2
    replicas_per_node_group = 1
  }
}

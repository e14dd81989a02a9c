# Neither nodes nor replicas are written: one node.
resource "aws_elasticache_replication_group" "unwritten" { # want AL601 "unwritten has no replica"
  replication_group_id = "unwritten"
  description          = "answers"
  node_type            = "cache.m7g.large"
}

resource "aws_elasticache_replication_group" "one" {
  replication_group_id = "one"
  description          = "answers"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = "1" # want AL601 "one has no replica: nothing takes over when its node fails"
}

# Shards are no replicas of each other.
resource "aws_elasticache_replication_group" "sharded" {
  replication_group_id       = "sharded"
  description                = "answers"
  node_type                  = "cache.m7g.large"
  automatic_failover_enabled = true
  num_node_groups            = 3
  replicas_per_node_group    = 0 # want AL601 "sharded has no replica"
}

# One shard of two has none.
resource "aws_elasticache_replication_group" "uneven" {
  replication_group_id       = "uneven"
  description                = "answers"
  node_type                  = "cache.m7g.large"
  automatic_failover_enabled = true

  node_group_configuration { # want AL601 "uneven has no replica"
    replica_count = 1
  }

  node_group_configuration {
    replica_count = 0
  }
}

resource "aws_elasticache_cluster" "lone" { # want AL601 "lone is a single node outside any replication group"
  cluster_id      = "lone"
  engine          = "Redis"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 1
}

resource "aws_memorydb_cluster" "lone" {
  name                   = "lone"
  acl_name               = "open-access"
  node_type              = "db.t4g.small"
  num_replicas_per_shard = 0 # want AL601 "aws_memorydb_cluster.lone has no replica"
}

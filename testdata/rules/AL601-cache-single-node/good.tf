resource "aws_elasticache_replication_group" "two" {
  replication_group_id = "two"
  description          = "answers"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = 2
}

resource "aws_elasticache_replication_group" "sharded" {
  replication_group_id       = "sharded"
  description                = "answers"
  node_type                  = "cache.m7g.large"
  automatic_failover_enabled = true
  cluster_mode               = "enabled"
  num_node_groups            = 3
  replicas_per_node_group    = 1
}

resource "aws_elasticache_replication_group" "even" {
  replication_group_id       = "even"
  description                = "answers"
  node_type                  = "cache.m7g.large"
  automatic_failover_enabled = true

  node_group_configuration {
    replica_count = 1
  }

  node_group_configuration {
    replica_count = 2
  }
}

# MemoryDB has a replica unless it is told otherwise.
resource "aws_memorydb_cluster" "usual" {
  name      = "usual"
  acl_name  = "open-access"
  node_type = "db.r7g.large"
}

# Memcached has no replicas: another rule speaks of it.
resource "aws_elasticache_cluster" "memcached" {
  cluster_id      = "memcached"
  engine          = "memcached"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 1
}

resource "aws_elasticache_serverless_cache" "serverless" {
  engine = "valkey"
  name   = "serverless"
}

# By its name.
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "shop"
  description          = "carts"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = 1 # want AL402 "sessions keeps sessions .by its name. in a single node: they all end with it"
}

# By its description, and nothing takes over.
resource "aws_elasticache_replication_group" "shop" {
  replication_group_id       = "shop"
  description                = "User sessions"
  node_type                  = "cache.m7g.large"
  num_cache_clusters         = 2
  automatic_failover_enabled = false # want AL402 "shop keeps sessions .* and its automatic failover is off"
}

# By its tag.
resource "aws_elasticache_cluster" "login" { # want AL402 "login keeps sessions .by its tags. in a single node"
  cluster_id      = "login"
  engine          = "redis"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 1

  tags = {
    Purpose = "session-store"
  }
}

# Memcached never has a copy.
resource "aws_elasticache_cluster" "php" { # want AL402 "php keeps sessions .* in Memcached, which has no copy of any"
  cluster_id      = "phpsessions"
  engine          = "memcached"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 3
  az_mode         = "cross-az"
}

resource "aws_memorydb_cluster" "session" {
  name                   = "login"
  acl_name               = "open-access"
  node_type              = "db.t4g.small"
  num_replicas_per_shard = 0 # want AL402 "session keeps sessions .* and has no replica"
}

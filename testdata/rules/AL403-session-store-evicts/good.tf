resource "aws_elasticache_parameter_group" "ttl" {
  name   = "ttl"
  family = "redis7"

  parameter {
    name  = "maxmemory-policy"
    value = "volatile-ttl"
  }
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "sessions"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = 2
  parameter_group_name = aws_elasticache_parameter_group.ttl.name
}

# The parameter groups of AWS keep what has no end.
resource "aws_elasticache_replication_group" "more_sessions" {
  replication_group_id = "more-sessions"
  description          = "sessions"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = 2
  parameter_group_name = "default.redis7"
}

# A cache may drop what it likes.
resource "aws_elasticache_parameter_group" "lru" {
  name   = "lru"
  family = "redis7"

  parameter {
    name  = "maxmemory-policy"
    value = "allkeys-lru"
  }
}

resource "aws_elasticache_replication_group" "hot" {
  replication_group_id = "hot"
  description          = "answers"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = 2
  parameter_group_name = aws_elasticache_parameter_group.lru.name
}

resource "aws_dynamodb_table" "sessions" {
  name         = "sessions"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  ttl {
    attribute_name = "expires"
    enabled        = true
  }
}

resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
}

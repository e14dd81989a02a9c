resource "aws_elasticache_parameter_group" "lru" {
  name   = "lru"
  family = "redis7"

  parameter {
    name  = "timeout"
    value = "300"
  }

  parameter {
    name  = "maxmemory-policy"
    value = "allkeys-lru" # want AL403 "aws_elasticache_replication_group.sessions keeps sessions .by its name., and its eviction policy allkeys-lru drops any of them"
  }
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "sessions"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = 2
  parameter_group_name = aws_elasticache_parameter_group.lru.name
}

resource "aws_dynamodb_table" "user_sessions" { # want AL403 "user_sessions keeps sessions .by its name. and has no time to live"
  name         = "logins"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
}

resource "aws_dynamodb_table" "logins" {
  name         = "SessionTable"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  ttl {
    attribute_name = "expires"
    enabled        = false # want AL403 "aws_dynamodb_table.logins keeps sessions .* and has no time to live"
  }
}

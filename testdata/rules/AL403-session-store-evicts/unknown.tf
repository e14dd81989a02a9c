variable "expires" {
  type = bool
}

resource "aws_dynamodb_table" "sessions" { # unknown AL403
  name         = "sessions"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  ttl {
    attribute_name = "expires"
    enabled        = var.expires
  }
}

# The account's own parameter group is out of sight.
resource "aws_elasticache_replication_group" "sessions" { # unknown AL403
  replication_group_id = "sessions"
  description          = "sessions"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = 2
  parameter_group_name = "our-redis7"
}

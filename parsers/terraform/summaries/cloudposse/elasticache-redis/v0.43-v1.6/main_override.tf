resource "aws_elasticache_replication_group" "default" {
  engine = null # Redis
}

resource "aws_elasticache_serverless_cache" "default" {
  engine = "redis"
}

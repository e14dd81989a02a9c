resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "sessions"
  node_type                  = "cache.m7g.large"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  multi_az_enabled           = true
}

resource "aws_elasticache_serverless_cache" "sessions" {
  engine = "valkey"
  name   = "sessions"
}

# A cache that keeps no sessions is for other rules, whatever else is called so.
resource "aws_elasticache_cluster" "hot" {
  cluster_id      = "hot"
  engine          = "redis"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 1

  tags = {
    Description = "what is in our possession"
  }
}

resource "aws_lambda_function" "shop" {
  function_name = "shop"
  role          = "arn:aws:iam::123456789012:role/shop"

  environment {
    variables = {
      CACHE_HOST    = aws_elasticache_cluster.hot.cache_nodes[0].address
      SESSION_TABLE = "sessions"
    }
  }
}

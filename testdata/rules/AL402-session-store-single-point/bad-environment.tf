# The environment of containers and functions tells which of two caches keeps the sessions.
resource "aws_elasticache_cluster" "hot" {
  cluster_id      = "hot"
  engine          = "redis"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 1
}

resource "aws_elasticache_cluster" "login" { # want AL402 "login keeps sessions .by the settings of aws_lambda_function.shop. in a single node"
  cluster_id      = "login"
  engine          = "redis"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 1
}

resource "aws_lambda_function" "shop" {
  function_name = "shop"
  role          = "arn:aws:iam::123456789012:role/shop"

  environment {
    variables = {
      CACHE_HOST         = aws_elasticache_cluster.hot.cache_nodes[0].address
      SESSION_REDIS_HOST = aws_elasticache_cluster.login.cache_nodes[0].address
    }
  }
}

resource "aws_elasticache_cluster" "store" { # want AL402 "store keeps sessions .by the settings of aws_ecs_service.shop. in a single node"
  cluster_id      = "store"
  engine          = "redis"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 1
}

resource "aws_ecs_task_definition" "shop" {
  family = "shop"

  container_definitions = jsonencode([{
    name  = "shop"
    image = "shop"
    environment = [
      { name = "SESSION_STORE", value = "redis://${aws_elasticache_cluster.store.cache_nodes[0].address}:6379" },
    ]
  }])
}

resource "aws_ecs_service" "shop" {
  name            = "shop"
  task_definition = aws_ecs_task_definition.shop.arn
  desired_count   = 2
}

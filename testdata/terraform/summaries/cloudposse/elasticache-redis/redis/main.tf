resource "aws_subnet" "cache" {
  count             = 2
  vpc_id            = "vpc-1"
  availability_zone = ["eu-west-1a", "eu-west-1b"][count.index]
}

resource "aws_security_group" "app" {
  vpc_id = "vpc-1"
}

module "redis" {
  source  = "cloudposse/elasticache-redis/aws"
  version = "2.1.0"

  namespace = "eg"
  stage     = "prod"
  name      = "sessions"

  availability_zones         = ["eu-west-1a", "eu-west-1b"]
  zone_id                    = "Z123"
  vpc_id                     = "vpc-1"
  subnets                    = aws_subnet.cache[*].id
  allowed_security_group_ids = [aws_security_group.app.id]
  allowed_cidr_blocks        = ["10.0.0.0/8"]
  cluster_size               = 2
  instance_type              = "cache.t4g.small"
  automatic_failover_enabled = true
  multi_az_enabled           = true
  snapshot_retention_limit   = 7

  parameter = [{ name = "maxmemory-policy", value = "volatile-lru" }]
}

resource "aws_ssm_parameter" "redis" {
  name  = "/redis"
  type  = "String"
  value = module.redis.endpoint
}

module "sharded" {
  source  = "cloudposse/elasticache-redis/aws"
  version = "1.10.0"

  name                                 = "sharded"
  vpc_id                               = "vpc-1"
  elasticache_subnet_group_name        = "caches"
  cluster_mode_enabled                 = true
  cluster_mode_num_node_groups         = 2
  cluster_mode_replicas_per_node_group = 1
  create_security_group                = false
  associated_security_group_ids        = [aws_security_group.app.id]
}

module "serverless" {
  source  = "cloudposse/elasticache-redis/aws"
  version = "2.1.0"

  name               = "serverless"
  vpc_id             = "vpc-1"
  subnets            = aws_subnet.cache[*].id
  serverless_enabled = true
}

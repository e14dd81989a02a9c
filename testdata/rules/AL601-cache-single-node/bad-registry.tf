module "cache" {
  source  = "terraform-aws-modules/elasticache/aws"
  version = "1.10.3"

  replication_group_id = "cache"
  engine               = "redis"
  node_type            = "cache.t4g.small"
  vpc_id               = "vpc-1"
  subnet_ids           = ["subnet-1", "subnet-2"]

  num_cache_clusters = 1 # want AL601 "module.cache.aws_elasticache_replication_group.this\[0\] has no replica"
}

module "redis" { # want AL601 "module.redis.aws_elasticache_replication_group.default\[0\] has no replica"
  source  = "cloudposse/elasticache-redis/aws"
  version = "2.1.0"

  namespace = "eg"
  name      = "redis"
  vpc_id    = "vpc-1"
  subnets   = ["subnet-1", "subnet-2"]
}

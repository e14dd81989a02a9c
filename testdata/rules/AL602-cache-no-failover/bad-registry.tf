module "redis" { # want AL602 "module.redis.aws_elasticache_replication_group.default\[0\]"
  source  = "cloudposse/elasticache-redis/aws"
  version = "2.1.0"

  namespace = "eg"
  name      = "redis"
  vpc_id    = "vpc-1"
  subnets   = ["subnet-1", "subnet-2"]

  cluster_size = 2
}

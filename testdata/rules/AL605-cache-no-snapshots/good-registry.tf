module "redis" {
  source  = "cloudposse/elasticache-redis/aws"
  version = "2.1.0"

  namespace = "eg"
  name      = "redis"
  vpc_id    = "vpc-1"
  subnets   = ["subnet-1", "subnet-2"]

  cluster_size             = 2
  snapshot_retention_limit = 7
}

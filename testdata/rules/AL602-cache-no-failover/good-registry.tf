module "redis" {
  source  = "cloudposse/elasticache-redis/aws"
  version = "2.1.0"

  namespace = "eg"
  name      = "redis"
  vpc_id    = "vpc-1"
  subnets   = ["subnet-1", "subnet-2"]

  cluster_size               = 2
  automatic_failover_enabled = true
}

module "cache" {
  source  = "terraform-aws-modules/elasticache/aws"
  version = "1.10.3"

  replication_group_id = "cache"
  engine               = "redis"
  node_type            = "cache.t4g.small"
  vpc_id               = "vpc-1"
  subnet_ids           = ["subnet-1", "subnet-2"]

  num_cache_clusters = 2
  multi_az_enabled   = true
}

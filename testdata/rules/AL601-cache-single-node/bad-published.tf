# The module that is published for this.
module "cache" {
  source               = "terraform-aws-modules/elasticache/aws"
  version              = "~> 1.4"
  replication_group_id = "hot"
  num_cache_clusters   = 1 # want AL601 "module.cache.aws_elasticache_replication_group.this.0. has no replica"
  multi_az_enabled     = false
}

module "cluster" { # want AL601 "module.cluster.aws_elasticache_cluster.this.0. is a single node outside any replication group"
  source                   = "terraform-aws-modules/elasticache/aws"
  version                  = "~> 1.4"
  cluster_id               = "lone"
  create_cluster           = true
  create_replication_group = false
  engine                   = "redis"
  num_cache_nodes          = 1
}

provider "aws" {
  alias  = "other"
  region = "us-east-1"
}

module "primary" {
  source  = "terraform-aws-modules/elasticache/aws"
  version = "1.10.3"

  replication_group_id                    = "primary"
  create_primary_global_replication_group = true
  engine_version                          = "7.1"
  node_type                               = "cache.r7g.large"
  num_cache_clusters                      = 2
  automatic_failover_enabled              = true
  vpc_id                                  = "vpc-1"
  subnet_ids                              = ["subnet-1", "subnet-2"]
}

module "secondary" {
  source    = "terraform-aws-modules/elasticache/aws"
  version   = "1.10.3"
  providers = { aws = aws.other }

  replication_group_id                      = "secondary"
  global_replication_group_id               = module.primary.global_replication_group_id
  create_secondary_global_replication_group = true
  num_cache_clusters                        = 1
  vpc_id                                    = "vpc-2"
  subnet_ids                                = ["subnet-3", "subnet-4"]
}

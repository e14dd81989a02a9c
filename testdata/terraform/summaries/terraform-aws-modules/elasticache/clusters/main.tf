variable "nodes" {
  default = 2
}

resource "aws_security_group" "app" {}

module "memcached" {
  source  = "terraform-aws-modules/elasticache/aws"
  version = "1.10.3"

  cluster_id               = "pages"
  create_cluster           = true
  create_replication_group = false

  engine                       = "memcached"
  engine_version               = "1.6.17"
  node_type                    = "cache.t4g.small"
  num_cache_nodes              = var.nodes
  az_mode                      = "cross-az"
  preferred_availability_zones = ["eu-west-1a", "eu-west-1b"]

  vpc_id     = "vpc-1"
  subnet_ids = ["subnet-1", "subnet-2"]
  security_group_rules = {
    app = { referenced_security_group_id = aws_security_group.app.id }
  }
}

module "redis" {
  source  = "terraform-aws-modules/elasticache/aws"
  version = "1.4.0"

  cluster_id                     = "lone"
  create_cluster                 = true
  create_replication_group       = false
  engine                         = "redis"
  node_type                      = "cache.t4g.micro"
  availability_zone              = "eu-west-1a"
  create_subnet_group            = false
  subnet_group_name              = "caches"
  create_security_group          = false
  security_group_ids             = ["sg-1"]
  security_group_use_name_prefix = false
  port                           = 6380
}

module "cluster_mode" {
  source  = "terraform-aws-modules/elasticache/aws"
  version = "1.10.3"

  replication_group_id       = "sharded"
  cluster_mode_enabled       = true
  cluster_mode               = "enabled"
  num_node_groups            = 2
  replicas_per_node_group    = 3
  automatic_failover_enabled = true
  multi_az_enabled           = false
  vpc_id                     = "vpc-1"
  subnet_ids                 = ["subnet-1"]
  create_parameter_group     = true
  parameter_group_name       = "sharded"
  parameter_group_family     = "redis7"
}

module "defaults" {
  source  = "terraform-aws-modules/elasticache/aws"
  version = "1.10.3"
}

module "none" {
  source  = "terraform-aws-modules/elasticache/aws"
  version = "1.10.3"
  create  = false
}

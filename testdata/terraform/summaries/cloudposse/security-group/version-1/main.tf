module "base" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  namespace = "eg"
  name      = "cache"
}

module "cache" {
  source  = "cloudposse/security-group/aws"
  version = "1.0.1"

  vpc_id  = "vpc-0123456789abcdef0"
  context = module.base.context

  rule_matrix = [{
    self                      = true
    source_security_group_ids = ["sg-app"]
    rules = [{
      key       = "redis"
      type      = "ingress"
      from_port = 6379
      to_port   = 6379
      protocol  = "tcp"
    }]
  }]
}

module "renewed" {
  source  = "cloudposse/security-group/aws"
  version = "1.0.1"

  vpc_id                = "vpc-0123456789abcdef0"
  context               = module.base.context
  attributes            = ["renewed"]
  create_before_destroy = true
  allow_all_egress      = true
}

resource "aws_elasticache_cluster" "cache" {
  cluster_id         = module.base.id
  engine             = "redis"
  security_group_ids = [module.cache.id, module.renewed.id]
}

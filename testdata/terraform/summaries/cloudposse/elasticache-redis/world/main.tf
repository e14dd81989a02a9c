provider "aws" {
  alias  = "other"
  region = "us-east-1"
}

module "label" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  namespace = "eg"
  stage     = "prod"
  name      = "cache"
}

module "primary" {
  source  = "cloudposse/elasticache-redis/aws"
  version = "2.0.0"

  context                    = module.label.context
  vpc_id                     = "vpc-1"
  subnets                    = ["subnet-1", "subnet-2"]
  cluster_size               = 2
  automatic_failover_enabled = true
  family                     = "redis7"
  engine_version             = "7.1"
  alarm_actions              = ["arn:aws:sns:eu-west-1:123456789012:alarms"]

  cloudwatch_metric_alarms_enabled = true
}

resource "aws_elasticache_global_replication_group" "this" {
  global_replication_group_id_suffix = "world"
  primary_replication_group_id       = module.primary.id
}

module "secondary" {
  source    = "cloudposse/elasticache-redis/aws"
  version   = "2.0.0"
  providers = { aws = aws.other }

  context                     = module.label.context
  attributes                  = ["secondary"]
  vpc_id                      = "vpc-2"
  subnets                     = ["subnet-3", "subnet-4"]
  global_replication_group_id = "ldgnf-world"
  cluster_size                = 1

  additional_security_group_rules = [{
    type        = "ingress"
    from_port   = 6379
    to_port     = 6379
    protocol    = "tcp"
    cidr_blocks = ["10.1.0.0/16"]
  }]
}

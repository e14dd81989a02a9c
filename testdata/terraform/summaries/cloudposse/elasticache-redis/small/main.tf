variable "enabled" {
  default = true
}

module "one" {
  source  = "cloudposse/elasticache-redis/aws"
  version = "1.5.0"

  enabled            = var.enabled
  name               = "one"
  environment        = "dev"
  vpc_id             = "vpc-1"
  subnets            = ["subnet-1"]
  egress_cidr_blocks = ["10.0.0.0/8"]
}

module "none" {
  source  = "cloudposse/elasticache-redis/aws"
  version = "2.1.0"

  enabled = false
  vpc_id  = "vpc-1"
}

module "first" {
  source  = "cloudposse/elasticache-redis/aws"
  version = "1.0.0"

  name                             = "first"
  vpc_id                           = "vpc-1"
  subnets                          = ["subnet-1", "subnet-2"]
  zone_id                          = ["Z123"]
  dns_subdomain                    = "redis"
  cloudwatch_metric_alarms_enabled = true
  create_parameter_group           = false
}

module "before" {
  source  = "cloudposse/elasticache-redis/aws"
  version = "0.53.0"

  name                    = "before"
  vpc_id                  = "vpc-1"
  subnets                 = ["subnet-1", "subnet-2"]
  availability_zones      = ["eu-west-1a"]
  allowed_security_groups = ["sg-1"]
}

module "pinned" {
  source  = "cloudposse/elasticache-redis/aws"
  version = "0.46.0"

  namespace          = "eg"
  name               = "pinned"
  vpc_id             = "vpc-1"
  subnets            = ["subnet-1", "subnet-2"]
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  cluster_size       = 3
}

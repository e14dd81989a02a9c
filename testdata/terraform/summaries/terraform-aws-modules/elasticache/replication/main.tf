data "aws_availability_zones" "available" {}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "cache" {
  count = 2

  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = data.aws_availability_zones.available.names[count.index]
}

module "sessions" {
  source  = "terraform-aws-modules/elasticache/aws"
  version = "1.10.3"

  replication_group_id = "sessions"
  description          = "Session store"

  engine             = "valkey"
  engine_version     = "8.0"
  node_type          = "cache.t4g.small"
  num_cache_clusters = 2
  multi_az_enabled   = true

  transit_encryption_enabled = true
  auth_token                 = "PickSomethingMoreSecure123!"
  maintenance_window         = "sun:05:00-sun:09:00"
  apply_immediately          = true
  snapshot_retention_limit   = 5

  vpc_id     = aws_vpc.main.id
  subnet_ids = aws_subnet.cache[*].id
  security_group_rules = {
    ingress_vpc = { description = "VPC traffic", cidr_ipv4 = aws_vpc.main.cidr_block }
    out         = { type = "egress", ip_protocol = "-1", cidr_ipv4 = "0.0.0.0/0" }
    members     = { referenced_security_group_id = "self", from_port = 6379, to_port = 6380 }
  }

  create_parameter_group = true
  parameter_group_family = "valkey8"
  parameters             = [{ name = "maxmemory-policy", value = "allkeys-lru" }]

  tags = { Environment = "production" }
}

resource "aws_ssm_parameter" "redis" {
  name  = "/redis"
  type  = "String"
  value = "redis://${module.sessions.replication_group_primary_endpoint_address}:${module.sessions.replication_group_port}"
}

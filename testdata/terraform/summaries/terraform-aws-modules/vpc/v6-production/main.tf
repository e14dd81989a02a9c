# A VPC for production: three zones, a NAT gateway in each, all tiers apart.

provider "aws" {
  region = "eu-west-1"
}

data "aws_availability_zones" "available" {
  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

locals {
  cidr = "10.20.0.0/16"
  azs  = slice(data.aws_availability_zones.available.names, 0, 3)
}

module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "6.6.0"

  name = "shop-prod"
  cidr = local.cidr
  azs  = local.azs

  public_subnets      = [for k, v in local.azs : cidrsubnet(local.cidr, 8, k)]
  private_subnets     = [for k, v in local.azs : cidrsubnet(local.cidr, 8, k + 3)]
  database_subnets    = [for k, v in local.azs : cidrsubnet(local.cidr, 8, k + 6)]
  elasticache_subnets = [for k, v in local.azs : cidrsubnet(local.cidr, 8, k + 9)]
  redshift_subnets    = [for k, v in local.azs : cidrsubnet(local.cidr, 8, k + 12)]
  intra_subnets       = [for k, v in local.azs : cidrsubnet(local.cidr, 8, k + 20)]

  enable_nat_gateway     = true
  one_nat_gateway_per_az = true

  create_database_subnet_route_table = true
  create_database_nat_gateway_route  = true

  enable_flow_log                      = true
  create_flow_log_cloudwatch_log_group = true
  create_flow_log_cloudwatch_iam_role  = true

  public_subnet_tags  = { "kubernetes.io/role/elb" = 1 }
  private_subnet_tags = { "kubernetes.io/role/internal-elb" = 1 }
  tags                = { Environment = "prod" }
}

module "endpoints" {
  source  = "terraform-aws-modules/vpc/aws//modules/vpc-endpoints"
  version = "6.6.0"

  vpc_id = module.vpc.vpc_id

  create_security_group      = true
  security_group_name_prefix = "endpoints-"
  security_group_description = "Interface endpoints"
  security_group_rules = {
    ingress_https = { cidr_blocks = [module.vpc.vpc_cidr_block] }
  }

  endpoints = {
    s3 = {
      service         = "s3"
      service_type    = "Gateway"
      route_table_ids = flatten([module.vpc.intra_route_table_ids, module.vpc.private_route_table_ids])
      tags            = { Name = "s3" }
    }
    "ecr.api" = {
      service             = "ecr.api"
      private_dns_enabled = true
      subnet_ids          = module.vpc.private_subnets
    }
    "ecr.dkr" = {
      service             = "ecr.dkr"
      private_dns_enabled = true
      subnet_ids          = module.vpc.private_subnets
      security_group_ids  = [aws_security_group.images.id]
    }
    sqs = {
      create  = false
      service = "sqs"
    }
  }
}

resource "aws_security_group" "images" {
  vpc_id = module.vpc.vpc_id
}

resource "aws_autoscaling_group" "web" {
  min_size            = 3
  max_size            = 9
  vpc_zone_identifier = module.vpc.private_subnets
}

resource "aws_lb" "web" {
  subnets = module.vpc.public_subnets
}

resource "aws_db_instance" "shop" {
  db_subnet_group_name = module.vpc.database_subnet_group_name
  multi_az             = true
}

resource "aws_elasticache_replication_group" "sessions" {
  subnet_group_name = module.vpc.elasticache_subnet_group_name
}

resource "aws_route" "to_office" {
  count = length(module.vpc.private_route_table_ids)

  route_table_id         = module.vpc.private_route_table_ids[count.index]
  destination_cidr_block = "192.168.0.0/16"
  transit_gateway_id     = "tgw-0123456789abcdef0"
}

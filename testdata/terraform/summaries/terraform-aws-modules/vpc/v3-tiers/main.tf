# Tiers without private subnets, and with route tables of their own.

module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "3.19.0"

  name = "tiers"
  cidr = "10.0.0.0/16"
  azs  = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]

  public_subnets      = ["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]
  database_subnets    = ["10.0.10.0/24", "10.0.11.0/24"]
  elasticache_subnets = ["10.0.20.0/24", "10.0.21.0/24", "10.0.22.0/24"]
  redshift_subnets    = ["10.0.30.0/24", "10.0.31.0/24"]
  intra_subnets       = ["10.0.40.0/24"]

  database_subnet_group_name            = "Data"
  create_database_subnet_route_table    = true
  create_database_nat_gateway_route     = true
  create_elasticache_subnet_route_table = true
  create_redshift_subnet_group          = false
  enable_public_redshift                = true

  enable_nat_gateway                 = true
  nat_gateway_destination_cidr_block = "0.0.0.0/0"

  manage_default_security_group = true
  manage_default_route_table    = true
}

module "old" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "3.0.0"

  name               = "old"
  cidr               = "10.1.0.0/16"
  azs                = ["eu-west-1a", "eu-west-1b"]
  public_subnets     = ["10.1.0.0/24", "10.1.1.0/24"]
  private_subnets    = ["10.1.10.0/24", "10.1.11.0/24"]
  enable_nat_gateway = true
  single_nat_gateway = true
  enable_ipv6        = true

  create_egress_only_igw = false
}

module "endpoints" {
  source  = "terraform-aws-modules/vpc/aws//modules/vpc-endpoints"
  version = "3.19.0"

  vpc_id     = module.vpc.vpc_id
  subnet_ids = module.vpc.elasticache_subnets
  tags       = { Project = "tiers" }

  endpoints = {
    logs = {
      service             = "logs"
      private_dns_enabled = true
    }
  }
}

module "none" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "3.19.0"

  create_vpc         = false
  public_subnets     = ["10.0.0.0/24"]
  enable_nat_gateway = true
}

resource "aws_subnet" "extra" {
  vpc_id            = module.old.vpc_id
  availability_zone = module.old.azs[1]
}

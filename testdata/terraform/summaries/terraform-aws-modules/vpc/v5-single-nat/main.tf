# The cheap way: one NAT gateway for all, database subnets open to the internet.

module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.8.1"

  name = "Cheap"
  cidr = "172.16.0.0/16"
  azs  = ["us-east-1a", "us-east-1b", "us-east-1c"]

  public_subnets   = ["172.16.0.0/24", "172.16.1.0/24"]
  private_subnets  = ["172.16.10.0/24", "172.16.11.0/24", "172.16.12.0/24", "172.16.13.0/24"]
  database_subnets = ["172.16.20.0/24", "172.16.21.0/24"]

  enable_nat_gateway      = true
  single_nat_gateway      = true
  map_public_ip_on_launch = true

  create_database_subnet_group           = true
  create_database_subnet_route_table     = true
  create_database_internet_gateway_route = true

  enable_ipv6                 = true
  public_subnet_ipv6_prefixes = [0, 1]

  manage_default_network_acl    = false
  manage_default_security_group = false
  manage_default_route_table    = false
}

module "endpoints" {
  source  = "terraform-aws-modules/vpc/aws//modules/vpc-endpoints"
  version = "5.8.1"

  vpc_id             = module.vpc.vpc_id
  security_group_ids = [module.vpc.default_security_group_id]
  subnet_ids         = [module.vpc.private_subnets[0]]

  endpoints = {
    dynamodb = {
      service         = "dynamodb"
      service_type    = "Gateway"
      route_table_ids = concat(module.vpc.private_route_table_ids, module.vpc.public_route_table_ids)
    }
    ecs = { service = "ecs" }
  }
}

resource "aws_db_instance" "main" {
  db_subnet_group_name = module.vpc.database_subnet_group
}

module "vpc" {
  source  = "cloudposse/vpc/aws"
  version = "3.0.0"

  namespace               = "eg"
  stage                   = "prod"
  name                    = "app"
  ipv4_primary_cidr_block = "172.16.0.0/16"
}

module "subnets" {
  source  = "cloudposse/dynamic-subnets/aws"
  version = "3.1.0"

  namespace = "eg"
  stage     = "prod"
  name      = "app"

  vpc_id             = module.vpc.vpc_id
  igw_id             = [module.vpc.igw_id]
  ipv4_cidr_block    = [module.vpc.vpc_cidr_block]
  availability_zones = ["us-east-2a", "us-east-2b", "us-east-2c"]
}

# Several subnets in each zone, and NAT gateways in two of the three zones only.
module "many" {
  source  = "cloudposse/dynamic-subnets/aws"
  version = "3.1.0"

  name                                  = "many"
  vpc_id                                = module.vpc.vpc_id
  igw_id                                = [module.vpc.igw_id]
  ipv4_cidr_block                       = ["10.0.0.0/16"]
  availability_zones                    = ["us-east-2a", "us-east-2b", "us-east-2c"]
  availability_zone_attribute_style     = "full"
  max_subnet_count                      = 4
  private_subnets_per_az_count          = 3
  private_subnets_per_az_names          = ["app", "data", "jobs"]
  public_subnets_per_az_count           = 2
  public_subnets_per_az_names           = ["edge", "spare"]
  nat_gateway_public_subnet_names       = ["spare"]
  max_nats                              = 2
  public_route_table_per_subnet_enabled = true
  map_public_ip_on_launch               = false
}

module "off" {
  source  = "cloudposse/dynamic-subnets/aws"
  version = "3.1.0"

  enabled            = false
  vpc_id             = module.vpc.vpc_id
  availability_zones = ["us-east-2a"]
}

resource "aws_autoscaling_group" "web" {
  min_size            = 3
  max_size            = 6
  vpc_zone_identifier = module.subnets.private_subnet_ids
}

resource "aws_db_subnet_group" "data" {
  subnet_ids = module.many.named_private_subnets_map["data"]
}

resource "aws_lb" "web" {
  subnets = module.subnets.public_subnet_ids
}

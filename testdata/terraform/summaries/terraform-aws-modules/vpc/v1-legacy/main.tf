# Terraform 0.11, which takes a list within a list for the list: so the outputs of the published module are listed here.

module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "1.73.0"

  name = "legacy"
  cidr = "10.0.0.0/16"
  azs  = ["us-west-2a", "us-west-2b", "us-west-2c"]

  private_subnets  = ["10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"]
  public_subnets   = ["10.0.101.0/24", "10.0.102.0/24", "10.0.103.0/24"]
  database_subnets = ["10.0.201.0/24", "10.0.202.0/24", "10.0.203.0/24"]

  create_database_subnet_route_table = "true"
  create_database_nat_gateway_route  = "true"
  enable_nat_gateway                 = "true"
  single_nat_gateway                 = "true"
  enable_dns_hostnames               = "true"

  tags = map("Environment", "staging")
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["${module.vpc.private_subnets}"]
}

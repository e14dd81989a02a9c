module "vpc" {
  source  = "cloudposse/vpc/aws"
  version = "1.2.0"

  namespace               = "eg"
  stage                   = "prod"
  name                    = "app"
  ipv4_primary_cidr_block = "172.16.0.0/16"
}

module "subnets" {
  source  = "cloudposse/dynamic-subnets/aws"
  version = "1.0.0"

  namespace            = "eg"
  stage                = "prod"
  name                 = "app"
  availability_zones   = ["us-west-2a", "us-west-2b", "us-west-2c"]
  vpc_id               = module.vpc.vpc_id
  igw_id               = module.vpc.igw_id
  cidr_block           = module.vpc.vpc_cidr_block
  nat_gateway_enabled  = true
  nat_instance_enabled = false
}

resource "aws_lb" "web" {
  subnets = module.subnets.public_subnet_ids
}

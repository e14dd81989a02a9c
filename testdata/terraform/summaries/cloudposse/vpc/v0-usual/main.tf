module "vpc" {
  source  = "cloudposse/vpc/aws"
  version = "0.28.1"

  namespace  = "eg"
  stage      = "dev"
  name       = "app"
  cidr_block = "172.16.0.0/16"
}

module "early" {
  source  = "cloudposse/vpc/aws"
  version = "0.18.1"

  name                   = "early"
  cidr_block             = "172.17.0.0/16"
  additional_cidr_blocks = ["172.18.0.0/16", "172.19.0.0/16"]

  enable_internet_gateway                         = false
  enable_default_security_group_with_custom_rules = false
}

resource "aws_subnet" "public" {
  vpc_id                  = module.vpc.vpc_id
  availability_zone       = "us-east-1a"
  cidr_block              = cidrsubnet(module.vpc.vpc_cidr_block, 4, 1)
  map_public_ip_on_launch = true
}

# Inputs by the names that they had before.

module "vpc" {
  source  = "cloudposse/vpc/aws"
  version = "1.2.0"

  namespace              = "eg"
  name                   = "old"
  cidr_block             = "10.0.0.0/16"
  additional_cidr_blocks = ["10.1.0.0/16"]
  enable_dns_hostnames   = true
}

module "new" {
  source  = "cloudposse/vpc/aws"
  version = "1.2.0"

  ipv4_primary_cidr_block = "10.2.0.0/16"
}

resource "aws_internet_gateway_attachment" "none" {
  vpc_id              = module.new.vpc_id
  internet_gateway_id = module.vpc.igw_id
}

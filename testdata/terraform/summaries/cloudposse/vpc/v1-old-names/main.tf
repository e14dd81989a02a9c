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

module "endpoints" {
  source  = "cloudposse/vpc/aws//modules/vpc-endpoints"
  version = "1.2.0"

  name   = "endpoints"
  vpc_id = module.vpc.vpc_id

  gateway_vpc_endpoints = {
    s3 = {
      name   = "s3"
      policy = null
    }
  }

  interface_vpc_endpoints = {
    ecr = {
      name                = "ecr.dkr"
      policy              = null
      private_dns_enabled = true
      subnet_ids          = [aws_subnet.endpoints.id]
      security_group_ids  = [aws_security_group.a.id, aws_security_group.b.id]
    }
  }
}

resource "aws_subnet" "endpoints" {
  vpc_id            = module.vpc.vpc_id
  availability_zone = "eu-west-1a"
}

resource "aws_security_group" "a" {
  vpc_id = module.vpc.vpc_id
}

resource "aws_security_group" "b" {
  vpc_id = module.vpc.vpc_id
}

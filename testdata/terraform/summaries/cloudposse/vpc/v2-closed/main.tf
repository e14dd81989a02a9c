# No internet gateway, and the default group as it comes.

variable "cidr" {
  default = "10.0.0.0/16"
}

module "vpc" {
  source  = "cloudposse/vpc/aws"
  version = "2.1.1"

  namespace = "eg"
  stage     = "prod"
  name      = "closed"

  ipv4_primary_cidr_block                   = var.cidr
  internet_gateway_enabled                  = false
  ipv6_egress_only_internet_gateway_enabled = true
  default_security_group_deny_all           = false
  dns_hostnames_enabled                     = false
}

resource "aws_security_group" "app" {
  vpc_id = module.vpc.vpc_id
}

module "endpoints" {
  source  = "cloudposse/vpc/aws//modules/vpc-endpoints"
  version = "2.1.1"

  name   = "endpoints"
  vpc_id = module.vpc.vpc_id

  gateway_vpc_endpoints = {
    s3 = {
      name            = "s3"
      policy          = null
      route_table_ids = [module.vpc.vpc_main_route_table_id]
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

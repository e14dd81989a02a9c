module "label" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  namespace  = "eg"
  stage      = "test"
  name       = "network"
  attributes = ["main"]
  tags       = { CostCenter = "42" }
}

module "vpc" {
  source  = "cloudposse/vpc/aws"
  version = "3.0.0"

  ipv4_primary_cidr_block          = "172.16.0.0/16"
  assign_generated_ipv6_cidr_block = false

  ipv4_additional_cidr_block_associations = {
    "172.22.0.0/16" = {
      ipv4_cidr_block     = "172.22.0.0/16"
      ipv4_ipam_pool_id   = null
      ipv4_netmask_length = null
    }
  }

  default_route_table_no_routes = true

  context = module.label.context
}

module "off" {
  source  = "cloudposse/vpc/aws"
  version = "3.0.0"

  enabled                 = false
  ipv4_primary_cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = module.vpc.vpc_id
  cidr_block        = cidrsubnet(module.vpc.vpc_cidr_block, 8, 0)
  availability_zone = "eu-west-1a"
}

resource "aws_route" "out" {
  route_table_id         = module.vpc.vpc_default_route_table_id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = module.vpc.igw_id
}

module "endpoints" {
  source  = "cloudposse/vpc/aws//modules/vpc-endpoints"
  version = "3.0.0"

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

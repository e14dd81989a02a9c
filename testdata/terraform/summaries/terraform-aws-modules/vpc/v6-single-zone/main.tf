# One call for each of several small VPCs in one zone, and one that is not made.

locals {
  vpcs = {
    build = { cidr = "10.1.0.0/16", zone = "eu-central-1a" }
    tools = { cidr = "10.2.0.0/16", zone = "eu-central-1b" }
  }
}

module "vpc" {
  source   = "terraform-aws-modules/vpc/aws"
  version  = "6.6.0"
  for_each = local.vpcs

  name            = each.key
  cidr            = each.value.cidr
  azs             = [each.value.zone]
  public_subnets  = [cidrsubnet(each.value.cidr, 8, 0), cidrsubnet(each.value.cidr, 8, 1)]
  private_subnets = [cidrsubnet(each.value.cidr, 8, 2)]
}

module "none" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "6.6.0"

  create_vpc      = false
  name            = "none"
  azs             = ["eu-central-1a", "eu-central-1b"]
  public_subnets  = ["10.0.0.0/24", "10.0.1.0/24"]
  private_subnets = ["10.0.2.0/24", "10.0.3.0/24"]
  intra_subnets   = ["10.0.4.0/24"]

  enable_nat_gateway = true
  enable_flow_log    = true
}

module "also_none" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "6.6.0"
  count   = 0

  azs            = ["eu-central-1a"]
  public_subnets = ["10.0.0.0/24"]
}

resource "aws_instance" "build" {
  subnet_id = module.vpc["build"].private_subnets[0]
}

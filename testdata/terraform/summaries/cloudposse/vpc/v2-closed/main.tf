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

# More intra subnets than any other kind, IPv6, and one NAT gateway for each zone where there are fewer public subnets.

module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "4.0.2"

  name = "isolated"
  cidr = "10.0.0.0/16"
  azs  = ["ap-southeast-2a", "ap-southeast-2b"]

  public_subnets  = ["10.0.0.0/24", "10.0.1.0/24"]
  private_subnets = ["10.0.2.0/24", "10.0.3.0/24"]
  intra_subnets   = ["10.0.4.0/24", "10.0.5.0/24", "10.0.6.0/24", "10.0.7.0/24"]

  enable_nat_gateway = true
  enable_ipv6        = true
}

module "starved" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "4.0.2"

  azs             = ["ap-southeast-2a", "ap-southeast-2b", "ap-southeast-2c"]
  public_subnets  = ["10.0.0.0/24", "10.0.1.0/24"]
  private_subnets = ["10.0.2.0/24", "10.0.3.0/24"]

  one_nat_gateway_per_az = true
}

module "none" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "4.0.2"

  create_vpc     = false
  azs            = ["ap-southeast-2a"]
  public_subnets = ["10.0.0.0/24"]
}

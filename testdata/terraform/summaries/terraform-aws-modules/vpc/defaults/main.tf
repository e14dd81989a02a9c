# The lists rest on defaults of the root's variables: they decide how many there are of everything, and no test.

variable "region" {
  default = "eu-west-1"
}

variable "azs" {
  default = ["eu-west-1a", "eu-west-1b"]
}

variable "public_subnets" {
  type    = list(string)
  default = ["10.0.0.0/24", "10.0.1.0/24"]
}

variable "private_subnets" {
  type    = list(string)
  default = ["10.0.10.0/24", "10.0.11.0/24"]
}

variable "database_subnets" {
  default = ["10.0.20.0/24", "10.0.21.0/24"]
}

variable "secondary_cidr_blocks" {
  default = []
}

variable "single_nat_gateway" {
  type    = bool
  default = true
}

module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.21.0"

  name = "defaults"
  cidr = "10.0.0.0/16"
  azs  = var.azs

  secondary_cidr_blocks = var.secondary_cidr_blocks

  public_subnets   = var.public_subnets
  private_subnets  = var.private_subnets
  database_subnets = var.database_subnets

  enable_nat_gateway     = true
  one_nat_gateway_per_az = true

  create_database_subnet_route_table = true
}

# Which of two ways the NAT gateways go stands in a default, too: that is a test, and undecided.
module "undecided" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "3.14.4"

  name = "undecided"
  cidr = "10.1.0.0/16"
  azs  = ["${var.region}a", "${var.region}b"]

  public_subnets  = var.public_subnets
  private_subnets = var.private_subnets

  enable_nat_gateway = true
  single_nat_gateway = var.single_nat_gateway
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = module.vpc.private_subnets
}

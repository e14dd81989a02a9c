# Subnets that a published module makes, which is not on disk. Zones that are written, that rest on the default of a
# variable or on an unknown region are told all the same.

provider "aws" {
  region = "eu-west-1"
}

variable "zones" {
  default = ["eu-west-1a"]
}

variable "region" {
  type = string
}

module "single" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 5.0"

  cidr            = "10.0.0.0/16"
  azs             = var.zones
  private_subnets = ["10.0.1.0/24", "10.0.2.0/24"]
}

resource "aws_autoscaling_group" "single" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = module.single.private_subnets # want AL101 "can launch only in eu-west-1a"
}

variable "two_zones" {
  default = ["eu-west-1a", "eu-west-1b"]
}

module "spread" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "6.6.0"

  azs            = var.two_zones
  public_subnets = ["10.0.1.0/24", "10.0.2.0/24"]
}

resource "aws_autoscaling_group" "spread" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = module.spread.public_subnets
}

module "of_region" {
  source = "terraform-aws-modules/vpc/aws"

  azs             = ["${var.region}a", "${var.region}b"]
  private_subnets = ["10.0.1.0/24", "10.0.2.0/24"]
}

resource "aws_autoscaling_group" "of_region" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = module.of_region.private_subnets
}

module "by_id" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "3.19.0"

  azs           = ["euw1-az1"]
  intra_subnets = ["10.0.1.0/24", "10.0.2.0/24"]
}

resource "aws_autoscaling_group" "by_id" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = module.by_id.intra_subnets # want AL101 "can launch only in the zone with the ID euw1-az1"
}

data "aws_availability_zones" "available" {}

module "symbolic" {
  source = "git::https://github.com/terraform-aws-modules/terraform-aws-vpc.git?ref=v2.78.0"

  azs            = slice(data.aws_availability_zones.available.names, 0, 2)
  public_subnets = ["10.0.1.0/24", "10.0.2.0/24"]
}

resource "aws_autoscaling_group" "symbolic" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = module.symbolic.public_subnets
}

resource "aws_autoscaling_group" "first_only" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [module.symbolic.public_subnets[0]] # want AL101 "can launch only in"
}

module "cloudposse" {
  source  = "cloudposse/dynamic-subnets/aws"
  version = "2.4.2"

  vpc_id             = "vpc-0123456789abcdef0"
  ipv4_cidr_block    = ["10.0.0.0/16"]
  availability_zones = var.zones
}

resource "aws_autoscaling_group" "cloudposse" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = module.cloudposse.private_subnet_ids # want AL101 "can launch only in eu-west-1a"
}

# Providers handed down two levels under other names, with configuration_aliases; regions of their own.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

variable "regions" {
  default = { main = "eu-west-1", replica = "us-west-2" }
}

provider "aws" {
  region = var.regions.main

  default_tags {
    tags = { From = "default" }
  }
}

provider "aws" {
  alias  = "replica"
  region = var.regions["replica"]
}

module "pair" {
  source = "./pair"
  name   = "pair"

  providers = {
    aws         = aws
    aws.replica = aws.replica
  }
}

module "swapped" {
  source   = "./pair"
  for_each = toset(["x", "y"])
  name     = each.key

  providers = {
    aws         = aws.replica
    aws.replica = aws
  }
}

data "aws_region" "here" {}

data "aws_availability_zones" "there" {
  provider = aws.replica
}

resource "aws_subnet" "there" {
  provider = aws.replica
  count    = length(data.aws_availability_zones.there.names)
  name     = "there-${count.index}"
}

resource "terraform_data" "read" {
  input = [module.pair.names, [for k, m in module.swapped : m.names], length(module.pair.zones), length(module.swapped["x"].zones)]
}

# A published module, of which there is a summary: what that says counts as far as the plan says the same.

provider "aws" {
  region = "eu-west-1"
}

variable "zones" {
  default = 1
}

data "aws_availability_zones" "here" {}

module "vpc" {
  source  = "./published/vpc"

  name            = "main"
  cidr            = "10.0.0.0/16"
  azs             = var.zones > 1 ? data.aws_availability_zones.here.names : [data.aws_availability_zones.here.names[0]]
  private_subnets = ["10.0.1.0/24", "10.0.2.0/24"]
}

resource "aws_autoscaling_group" "worker" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = module.vpc.private_subnets
}

# The modules of this root are not on disk: what stands in them is known from the plan alone.

provider "aws" {
  region = "eu-west-1"
}

module "network" {
  source = "./published/network"
  zones  = ["eu-west-1a", "eu-west-1a"]
}

module "web" {
  source   = "./published/web"
  count    = 2
  subnets  = module.network.app_subnets
  multi_az = false
}

resource "aws_autoscaling_group" "worker" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = module.network.app_subnets
}

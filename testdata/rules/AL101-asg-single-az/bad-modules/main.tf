provider "aws" {}

module "network" {
  source = "./network"
  zones  = ["eu-west-1a"]
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = module.network.private_subnets # want AL101 "its only subnet is module.network.module.zone\[\"eu-west-1a\"\].aws_subnet.this"
}

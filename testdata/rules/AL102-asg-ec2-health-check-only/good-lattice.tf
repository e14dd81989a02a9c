module "lattice" {
  source = "example.com/company/lattice/aws"
}

resource "aws_autoscaling_group" "heeds_lattice" {
  min_size           = 2
  max_size           = 4
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  health_check_type  = "VPC_LATTICE"
  traffic_source {
    type       = "vpc-lattice"
    identifier = module.lattice.target_group_arn
  }
}

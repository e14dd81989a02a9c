resource "aws_vpclattice_target_group" "web" {
  name = "web"
  type = "INSTANCE"
}

resource "aws_autoscaling_group" "ignores_lattice" {
  min_size           = 2
  max_size           = 4
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  health_check_type  = "ELB" # want AL102 "fail the health checks of aws_vpclattice_target_group.web: its health check type is ELB"
  traffic_source {
    type       = "vpc-lattice"
    identifier = aws_vpclattice_target_group.web.arn
  }
}

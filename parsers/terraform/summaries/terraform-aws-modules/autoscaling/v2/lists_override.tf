# Version 2 is called from Terraform 0.11, which wrote lists as ["${list}"].
resource "aws_autoscaling_group" "this" {
  load_balancers      = ["${var.load_balancers}"]
  target_group_arns   = ["${var.target_group_arns}"]
  vpc_zone_identifier = ["${var.vpc_zone_identifier}"]
}

resource "aws_autoscaling_group" "this_with_initial_lifecycle_hook" {
  load_balancers      = ["${var.load_balancers}"]
  target_group_arns   = ["${var.target_group_arns}"]
  vpc_zone_identifier = ["${var.vpc_zone_identifier}"]
}

resource "aws_launch_configuration" "this" {
  security_groups = ["${var.security_groups}"]
}

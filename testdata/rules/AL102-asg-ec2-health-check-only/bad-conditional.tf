# The group and its attachment stand under one condition.
variable "web" {
  type = bool
}

locals {
  has_web = var.web
}

resource "aws_lb_target_group" "web" {
  count    = local.has_web ? 1 : 0
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "web" { # want AL102 "its health check type is EC2 because none is written"
  count              = local.has_web ? 1 : 0
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
}

resource "aws_autoscaling_attachment" "web" {
  count                  = local.has_web ? 1 : 0
  autoscaling_group_name = aws_autoscaling_group.web[0].name
  lb_target_group_arn    = aws_lb_target_group.web[0].arn
}

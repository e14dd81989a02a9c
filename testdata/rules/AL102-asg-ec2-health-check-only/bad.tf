variable "zones" {
  type = list(string)
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_elb" "classic" {
  availability_zones = var.zones
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}

resource "aws_autoscaling_group" "written" {
  min_size            = 2
  max_size            = 4
  availability_zones  = var.zones
  target_group_arns   = [aws_lb_target_group.web.arn]
  health_check_type   = "EC2" # want AL102 "aws_autoscaling_group.written does not replace instances that fail the health checks of aws_lb_target_group.web: its health check type is EC2$"
}

resource "aws_autoscaling_group" "absent" { # want AL102 "its health check type is EC2 because none is written"
  min_size           = 2
  max_size           = 4
  availability_zones = var.zones
  load_balancers     = [aws_elb.classic.name]
}

resource "aws_autoscaling_group" "list" {
  min_size           = 2
  max_size           = 4
  availability_zones = var.zones
  target_group_arns  = [aws_lb_target_group.web.arn]
  health_check_type  = "EC2,EBS" # want AL102 "EC2,EBS"
}

variable "grace" {
  type = number
}

variable "type" {
  type = string
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "waits" { # unknown AL207
  min_size                  = 2
  max_size                  = 4
  availability_zones        = ["eu-west-1a", "eu-west-1b"]
  launch_configuration      = "web"
  target_group_arns         = [aws_lb_target_group.web.arn]
  health_check_type         = "ELB"
  health_check_grace_period = var.grace
}

resource "aws_autoscaling_group" "asks" { # unknown AL207
  min_size                  = 2
  max_size                  = 4
  availability_zones        = ["eu-west-1a", "eu-west-1b"]
  launch_configuration      = "web"
  target_group_arns         = [aws_lb_target_group.web.arn]
  health_check_type         = var.type
  health_check_grace_period = 0
}

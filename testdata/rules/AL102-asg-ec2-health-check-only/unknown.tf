variable "target_groups" {
  type = list(string)
}

variable "health_check" {
  type = string
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "may_be_attached" { # unknown AL102
  min_size           = 2
  max_size           = 4
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = var.target_groups
}

resource "aws_autoscaling_group" "may_heed" { # unknown AL102
  min_size           = 2
  max_size           = 4
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
  health_check_type  = var.health_check
}

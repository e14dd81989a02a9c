variable "sticky" {
  type = bool
}

resource "aws_lb_target_group" "may_be_sticky" { # unknown AL401
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
  stickiness {
    type    = "lb_cookie"
    enabled = var.sticky
  }
}

# Its targets are registered by others.
resource "aws_lb_target_group" "targets_elsewhere" { # unknown AL401
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
  stickiness {
    type = "lb_cookie"
  }
}

resource "aws_launch_template" "web" {
  image_id = "ami-1"
}

resource "aws_autoscaling_group" "web" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.may_be_sticky.arn]
  launch_template {
    id = aws_launch_template.web.id
  }
}

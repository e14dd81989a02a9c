# Two groups of one instance are two targets.
resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
  stickiness { # want AL401 "sessions die with the instance"
    type = "lb_cookie"
  }
}

resource "aws_launch_template" "web" {
  image_id = "ami-1"
}

resource "aws_autoscaling_group" "primary" {
  min_size           = 1
  max_size           = 1
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_autoscaling_group" "secondary" {
  min_size           = 1
  max_size           = 1
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
  launch_template {
    id = aws_launch_template.web.id
  }
}

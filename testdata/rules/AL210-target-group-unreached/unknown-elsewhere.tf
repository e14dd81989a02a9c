# The load balancer and its listeners stand in another root.
resource "aws_lb_target_group" "web" { # unknown AL210
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "web" {
  min_size             = 2
  max_size             = 4
  availability_zones   = ["eu-west-1a", "eu-west-1b"]
  launch_configuration = "web"
  target_group_arns    = [aws_lb_target_group.web.arn]
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "web" {
  min_size                  = 2
  max_size                  = 4
  availability_zones        = ["eu-west-1a", "eu-west-1b"]
  launch_configuration      = "web"
  target_group_arns         = [aws_lb_target_group.web.arn]
  health_check_type         = "EC2,ELB"
  health_check_grace_period = 0 # want AL207 "aws_autoscaling_group.web trusts the load balancer's health checks but gives new instances a grace period of 0 seconds: they"
}

# A hook at the end of a life does not help at its beginning.
resource "aws_autoscaling_lifecycle_hook" "drain" {
  name                   = "drain"
  autoscaling_group_name = aws_autoscaling_group.web.name
  lifecycle_transition   = "autoscaling:EC2_INSTANCE_TERMINATING"
}

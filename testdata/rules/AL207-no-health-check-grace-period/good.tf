resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "patient" {
  min_size                  = 2
  max_size                  = 4
  availability_zones        = ["eu-west-1a", "eu-west-1b"]
  launch_configuration      = "web"
  target_group_arns         = [aws_lb_target_group.web.arn]
  health_check_type         = "ELB"
  health_check_grace_period = 120
}

# The hooks keep instances out of service until they are ready.
resource "aws_autoscaling_group" "hooked" {
  min_size                  = 2
  max_size                  = 4
  availability_zones        = ["eu-west-1a", "eu-west-1b"]
  launch_configuration      = "web"
  target_group_arns         = [aws_lb_target_group.web.arn]
  health_check_type         = "ELB"
  health_check_grace_period = 0
  initial_lifecycle_hook {
    name                 = "ready"
    lifecycle_transition = "autoscaling:EC2_INSTANCE_LAUNCHING"
  }
}

resource "aws_autoscaling_group" "hooked_beside" {
  min_size                  = 2
  max_size                  = 4
  availability_zones        = ["eu-west-1a", "eu-west-1b"]
  launch_configuration      = "web"
  target_group_arns         = [aws_lb_target_group.web.arn]
  health_check_type         = "ELB"
  health_check_grace_period = 0
}

resource "aws_autoscaling_lifecycle_hook" "ready" {
  name                   = "ready"
  autoscaling_group_name = aws_autoscaling_group.hooked_beside.name
  lifecycle_transition   = "autoscaling:EC2_INSTANCE_LAUNCHING"
}

# Nobody asks the load balancer.
resource "aws_autoscaling_group" "machines" {
  min_size                  = 2
  max_size                  = 4
  availability_zones        = ["eu-west-1a", "eu-west-1b"]
  launch_configuration      = "web"
  target_group_arns         = [aws_lb_target_group.web.arn]
  health_check_grace_period = 0
}

# No load balancer to ask.
resource "aws_autoscaling_group" "workers" {
  min_size                  = 2
  max_size                  = 4
  availability_zones        = ["eu-west-1a", "eu-west-1b"]
  launch_configuration      = "worker"
  health_check_type         = "ELB"
  health_check_grace_period = 0
}

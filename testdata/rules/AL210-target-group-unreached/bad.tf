resource "aws_lb" "web" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.empty.arn # want AL210 "aws_lb_listener.web forwards to aws_lb_target_group.empty, with which no target is registered"
  }
}

resource "aws_lb_target_group" "empty" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

# want AL210 "no listener or rule forwards to aws_lb_target_group.web: aws_autoscaling_group.web is registered there and gets no requests"
resource "aws_lb_target_group" "web" {
  port     = 8080
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

# What only watches a group does not use it.
resource "aws_cloudwatch_metric_alarm" "web" {
  alarm_name          = "web"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 2
  dimensions = {
    TargetGroup = aws_lb_target_group.web.arn_suffix
  }
}

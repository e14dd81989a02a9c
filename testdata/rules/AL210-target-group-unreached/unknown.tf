resource "aws_lb" "web" {
  subnets = ["subnet-1", "subnet-2"]
}

# Others find the group by the output and attach to it.
resource "aws_lb_target_group" "handed" { # unknown AL210
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

output "group" {
  value = { arn = aws_lb_target_group.handed.arn }
}

resource "aws_lb_listener" "handed" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.handed.arn
  }
}

# One of two that take turns.
resource "aws_lb_target_group" "blue" { # unknown AL210
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

# What the rules leave.
resource "aws_lb_target_group" "rest" { # unknown AL210
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_listener" "rest" {
  load_balancer_arn = aws_lb.web.arn
  port              = 8080
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.rest.arn
  }
}

resource "aws_lb_listener_rule" "blue" {
  listener_arn = aws_lb_listener.rest.arn
  condition {
    path_pattern {
      values = ["/shop/*"]
    }
  }
  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.blue.arn
  }
}

# A parameter tells the ARN to whoever looks for it.
resource "aws_lb_target_group" "told" { # unknown AL210
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_ssm_parameter" "told" {
  name  = "/web/target-group"
  type  = "String"
  value = aws_lb_target_group.told.arn
}

resource "aws_autoscaling_group" "web" {
  min_size             = 2
  max_size             = 4
  availability_zones   = ["eu-west-1a", "eu-west-1b"]
  launch_configuration = "web"
  target_group_arns    = [aws_lb_target_group.told.arn]
}

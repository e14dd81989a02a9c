# The unread module is handed the group.
resource "aws_lb" "inner" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb_listener" "inner" {
  load_balancer_arn = aws_lb.inner.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.inner.arn
  }
}

resource "aws_lb_target_group" "inner" { # unknown AL210
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

module "service" {
  source       = "git::https://example.com/service.git"
  target_group = aws_lb_target_group.inner.arn
}

resource "aws_instance" "worker" {
  ami = "ami-1"
}

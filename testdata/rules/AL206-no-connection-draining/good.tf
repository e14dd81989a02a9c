resource "aws_elb" "web" {
  availability_zones          = ["eu-west-1a", "eu-west-1b"]
  connection_draining         = "true"
  connection_draining_timeout = 60
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}

# 300 seconds by default.
resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "quick" {
  port                 = 80
  protocol             = "HTTP"
  vpc_id               = "vpc-1"
  deregistration_delay = 5
}

# Functions have nothing to drain.
resource "aws_lb_target_group" "function" {
  target_type          = "lambda"
  deregistration_delay = 0
}

variable "cross" {
  type = bool
}

resource "aws_elb" "classic" { # unknown AL204
  availability_zones        = ["eu-west-1a", "eu-west-1b"]
  cross_zone_load_balancing = var.cross
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}

resource "aws_lb" "network" { # unknown AL204
  load_balancer_type               = "network"
  subnets                          = ["subnet-1", "subnet-2"]
  enable_cross_zone_load_balancing = var.cross
}

resource "aws_lb_target_group" "web" { # unknown AL204
  port                              = 80
  protocol                          = "HTTP"
  vpc_id                            = "vpc-1"
  load_balancing_cross_zone_enabled = var.cross
}

# The target group, which may cross zones by itself, is out of sight.
resource "aws_lb" "handed" { # unknown AL204
  load_balancer_type = "network"
  subnets            = ["subnet-1", "subnet-2"]
}

resource "aws_lb_listener" "handed" {
  load_balancer_arn = aws_lb.handed.arn
  port              = 443
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/1"
  }
}

resource "aws_lb_target_group" "duration" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
  stickiness {
    type = "lb_cookie"
  }
}

resource "aws_lb_target_group" "application" {
  port     = 80
  protocol = "HTTPS"
  vpc_id   = "vpc-1"
  stickiness {
    type        = "app_cookie"
    cookie_name = "SESSION"
  }
}

resource "aws_lb_target_group" "network" {
  port     = 443
  protocol = "TCP"
  vpc_id   = "vpc-1"
  stickiness {
    type = "source_ip"
  }
}

resource "aws_lb_target_group" "gateway" {
  port     = 6081
  protocol = "GENEVE"
  vpc_id   = "vpc-1"
  stickiness {
    type = "source_ip_dest_ip"
  }
}

# Turned off, whatever its type.
resource "aws_lb_target_group" "off" {
  port                              = 443
  protocol                          = "TLS"
  vpc_id                            = "vpc-1"
  load_balancing_cross_zone_enabled = false
  stickiness {
    enabled = false
    type    = "lb_cookie"
  }
}

resource "aws_lb" "web" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "forward"
    forward {
      target_group {
        arn    = aws_lb_target_group.duration.arn
        weight = 90
      }
      target_group {
        arn    = aws_lb_target_group.application.arn
        weight = 10
      }
      stickiness {
        enabled  = true
        duration = 600
      }
    }
  }
}

# A single group needs no stickiness of the rule.
resource "aws_lb_listener_rule" "web" {
  listener_arn = aws_lb_listener.web.arn
  condition {
    path_pattern {
      values = ["/shop/*"]
    }
  }
  action {
    type = "forward"
    forward {
      target_group {
        arn = aws_lb_target_group.duration.arn
      }
    }
  }
}

resource "aws_lb_target_group" "unnamed" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
  stickiness {
    enabled = true
    type    = "app_cookie" # want AL405 "aws_lb_target_group.unnamed ties clients by a cookie of the application and does not name it"
  }
}

resource "aws_lb_target_group" "reserved" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
  stickiness {
    enabled     = true
    type        = "app_cookie"
    cookie_name = "AWSALBAPP-0" # want AL405 "by the cookie AWSALBAPP-0, whose name load balancers keep for themselves"
  }
}

resource "aws_lb_target_group" "address" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
  stickiness {
    enabled = true
    type    = "source_ip" # want AL405 "type source_ip on, which AWS refuses before an Application Load Balancer: there it takes lb_cookie and app_cookie"
  }
}

resource "aws_lb_target_group" "network" {
  port     = 443
  protocol = "TCP"
  vpc_id   = "vpc-1"
  stickiness {
    enabled = true
    type    = "lb_cookie" # want AL405 "type lb_cookie on, which AWS refuses before a Network Load Balancer: there it takes source_ip"
  }
}

resource "aws_lb_target_group" "gateway" {
  port     = 6081
  protocol = "GENEVE"
  vpc_id   = "vpc-1"
  stickiness {
    enabled     = true
    type        = "app_cookie" # want AL405 "before a Gateway Load Balancer"
    cookie_name = "SESSION"
  }
}

resource "aws_lb_target_group" "tls" {
  port     = 443
  protocol = "TLS"
  vpc_id   = "vpc-1"
  stickiness {
    enabled = true # want AL405 "aws_lb_target_group.tls is sticky and of protocol TLS"
    type    = "source_ip"
  }
}

resource "aws_lb_target_group" "zonal" {
  port                              = 80
  protocol                          = "HTTP"
  vpc_id                            = "vpc-1"
  load_balancing_cross_zone_enabled = false # want AL405 "aws_lb_target_group.zonal is sticky and does not cross zones"
  stickiness {
    enabled = true
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
    forward { # want AL405 "aws_lb_listener.web shares requests out among target groups of which aws_lb_target_group.blue is sticky"
      target_group {
        arn    = aws_lb_target_group.blue.arn
        weight = 90
      }
      target_group {
        arn    = aws_lb_target_group.green.arn
        weight = 10
      }
    }
  }
}

resource "aws_lb_listener_rule" "web" {
  listener_arn = aws_lb_listener.web.arn
  condition {
    path_pattern {
      values = ["/shop/*"]
    }
  }
  action {
    type = "forward"
    forward { # want AL405 "aws_lb_listener_rule.web shares requests out"
      target_group {
        arn    = aws_lb_target_group.green.arn
        weight = 50
      }
      target_group {
        arn    = aws_lb_target_group.blue.arn
        weight = 50
      }
      stickiness {
        enabled  = false
        duration = 600
      }
    }
  }
}

resource "aws_lb_target_group" "blue" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
  stickiness {
    enabled = true
    type    = "lb_cookie"
  }
}

resource "aws_lb_target_group" "green" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

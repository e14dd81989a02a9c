variable "type" {
  type = string
}

variable "sticky" {
  type = bool
}

resource "aws_lb_target_group" "typed" { # unknown AL405
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
  stickiness {
    enabled = true
    type    = var.type
  }
}

resource "aws_lb_target_group" "perhaps" { # unknown AL405
  port     = 443
  protocol = "TCP"
  vpc_id   = "vpc-1"
  stickiness {
    enabled = var.sticky
    type    = "lb_cookie"
  }
}

resource "aws_lb" "web" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb_listener" "web" { # unknown AL405
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "forward"
    forward {
      target_group {
        arn    = aws_lb_target_group.sticky.arn
        weight = 90
      }
      target_group {
        arn    = aws_lb_target_group.sticky.arn
        weight = 10
      }
      stickiness {
        enabled  = var.sticky
        duration = 600
      }
    }
  }
}

resource "aws_lb_target_group" "sticky" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
  stickiness {
    type = "lb_cookie"
  }
}

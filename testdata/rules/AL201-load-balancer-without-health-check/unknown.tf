variable "checks" {
  type = list(string)
}

variable "checked" {
  type = bool
}

resource "aws_elb" "web" { # unknown AL201
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
  dynamic "health_check" {
    for_each = var.checks
    content {
      target              = health_check.value
      interval            = 30
      timeout             = 5
      healthy_threshold   = 2
      unhealthy_threshold = 2
    }
  }
}

resource "aws_lb_target_group" "web" { # unknown AL201
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
  health_check {
    enabled = var.checked
  }
}

variable "protocol" {
  type = string
}

variable "target" {
  type = string
}

resource "aws_elb" "web" { # unknown AL202
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 8080
    instance_protocol = "http"
  }
  health_check {
    target              = var.target
    interval            = 30
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }
}

resource "aws_lb_target_group" "web" { # unknown AL202
  port     = 80
  protocol = var.protocol
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "network" { # unknown AL202
  port     = 80
  protocol = "TCP"
  vpc_id   = "vpc-1"
  health_check {
    protocol = var.protocol
  }
}

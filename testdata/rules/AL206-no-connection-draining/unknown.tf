variable "drain" {
  type = bool
}

variable "delay" {
  type = number
}

resource "aws_elb" "web" { # unknown AL206
  availability_zones  = ["eu-west-1a", "eu-west-1b"]
  connection_draining = var.drain
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}

resource "aws_lb_target_group" "web" { # unknown AL206
  port                 = 80
  protocol             = "HTTP"
  vpc_id               = "vpc-1"
  deregistration_delay = var.delay
}

# The beginning of the target is known, its port is not.
variable "port" {
  type = number
}

resource "aws_elb" "web" {
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  listener {
    lb_port           = 443
    lb_protocol       = "https"
    instance_port     = var.port
    instance_protocol = "http"
  }
  health_check {
    target              = "Ssl:${var.port}" # want AL202 "aws_elb.web serves HTTP"
    interval            = 30
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }
}

resource "aws_elb" "asked" {
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  listener {
    lb_port           = 443
    lb_protocol       = "https"
    instance_port     = var.port
    instance_protocol = "http"
  }
  health_check {
    target              = "HTTP:${var.port}/health"
    interval            = 30
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }
}

resource "aws_elb" "web" { # want AL201 "aws_elb.web has no health check of its own"
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
  health_check {
    enabled = false # want AL201 "which AWS refuses for targets of type instance"
  }
}

provider "aws" {
  region = "eu-west-1"
}

# want AL206 "aws_elb.plain does not drain connections because nothing is written"
resource "aws_elb" "plain" {
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}

resource "aws_elb" "hasty" {
  availability_zones  = ["eu-west-1a", "eu-west-1b"]
  connection_draining = false # want AL206 "aws_elb.hasty does not drain connections: requests"
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}

resource "aws_lb_target_group" "web" {
  port                 = 80
  protocol             = "HTTP"
  vpc_id               = "vpc-1"
  deregistration_delay = 0 # want AL206 "aws_lb_target_group.web gives a target that leaves 0 seconds"
}

variable "delay" {
  type    = string
  default = "0"
}

resource "aws_lb_target_group" "network" {
  port                 = 443
  protocol             = "TCP"
  vpc_id               = "vpc-1"
  deregistration_delay = var.delay # want AL206 "by default of var.delay"
}

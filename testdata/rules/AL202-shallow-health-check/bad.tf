resource "aws_elb" "web" {
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 8080
    instance_protocol = "http"
  }
  health_check {
    target              = "TCP:8080" # want AL202 "aws_elb.web serves HTTP but checks its instances by opening a connection"
    interval            = 30
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }
}

# want AL202 "aws_lb_target_group.web checks its targets on / because no path is written"
resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "secure" {
  port     = 8443
  protocol = "HTTPS"
  vpc_id   = "vpc-1"
  health_check { # want AL202 "aws_lb_target_group.secure checks its targets on / because no path is written"
    protocol = "HTTPS"
    matcher  = "200-399"
  }
}

# want AL202 "aws_lb_target_group.network serves the web but checks its targets by opening a TCP connection because no protocol is written"
resource "aws_lb_target_group" "network" {
  port     = 443
  protocol = "TCP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "tls" {
  port     = 443
  protocol = "TLS"
  vpc_id   = "vpc-1"
  health_check {
    protocol = "TCP" # want AL202 "aws_lb_target_group.tls serves the web but checks its targets by opening a TCP connection:"
  }
}

resource "aws_elb" "web" {
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 8080
    instance_protocol = "http"
  }
  health_check {
    target              = "HTTP:8080/health"
    interval            = 30
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }
}

# Nothing to ask over HTTP.
resource "aws_elb" "mail" {
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  listener {
    lb_port           = 25
    lb_protocol       = "tcp"
    instance_port     = 25
    instance_protocol = "tcp"
  }
  health_check {
    target              = "TCP:25"
    interval            = 30
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }
}

# Another rule speaks of it.
resource "aws_elb" "unchecked" {
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 8080
    instance_protocol = "http"
  }
}

# Written, if only "/".
resource "aws_lb_target_group" "root" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
  health_check {
    path = "/"
  }
}

resource "aws_lb_target_group" "network" {
  port     = 443
  protocol = "TCP"
  vpc_id   = "vpc-1"
  health_check {
    protocol = "HTTPS"
    path     = "/health"
  }
}

resource "aws_lb_target_group" "database" {
  port     = 5432
  protocol = "TCP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "grpc" {
  port             = 80
  protocol         = "HTTP"
  protocol_version = "GRPC"
  vpc_id           = "vpc-1"
}

resource "aws_lb_target_group" "names" {
  port     = 53
  protocol = "UDP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "appliances" {
  port     = 6081
  protocol = "GENEVE"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "function" {
  target_type = "lambda"
}

# An application load balancer is asked over HTTP by default.
resource "aws_lb_target_group" "chained" {
  port        = 80
  protocol    = "TCP"
  target_type = "alb"
  vpc_id      = "vpc-1"
}

# The published modules make one load balancer of what they are given.
resource "aws_subnet" "a" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.0.0/24"
  availability_zone = "eu-west-1a"
}

module "alb" {
  source  = "terraform-aws-modules/alb/aws"
  version = "9.17.0"

  name               = "network"
  load_balancer_type = "network"
  vpc_id             = "vpc-1"
  subnets            = [aws_subnet.a.id] # want AL203 "lies only in eu-west-1a"
}

module "elb" {
  source  = "terraform-aws-modules/elb/aws"
  version = "4.0.2"

  name            = "classic"
  subnets         = [aws_subnet.a.id] # want AL203 "lies only in eu-west-1a"
  security_groups = ["sg-1"]
  listener = [{
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }]
  health_check = {
    target              = "HTTP:80/health"
    interval            = 30
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }
}

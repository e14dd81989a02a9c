resource "aws_subnet" "a" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.0.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "also_a" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.1.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_lb" "web" {
  subnets = [aws_subnet.a.id, aws_subnet.also_a.id] # want AL203 "aws_lb.web lies only in eu-west-1a, and AWS refuses an Application Load Balancer in fewer than two zones: aws_subnet.a and aws_subnet.also_a are both there"
}

resource "aws_lb" "network" {
  load_balancer_type = "network"
  subnet_mapping {
    subnet_id = aws_subnet.a.id # want AL203 "aws_lb.network lies only in eu-west-1a: its only subnet is aws_subnet.a"
  }
}

resource "aws_lb" "gateway" {
  load_balancer_type = "gateway"
  subnets            = [aws_subnet.a.id] # want AL203 "aws_lb.gateway lies only in eu-west-1a"
}

resource "aws_elb" "classic" {
  subnets = [aws_subnet.a.id] # want AL203 "aws_elb.classic lies only in eu-west-1a"
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}

resource "aws_elb" "older" {
  availability_zones = ["eu-west-1b"] # want AL203 "aws_elb.older lies only in eu-west-1b: availability_zones"
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}

provider "aws" {
  region = "eu-west-1"
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_subnet" "web" {
  for_each          = { a = "10.0.1.0/24", b = "10.0.2.0/24", c = "10.0.3.0/24" }
  vpc_id            = "vpc-1"
  cidr_block        = each.value
  availability_zone = "eu-west-1${each.key}"
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2 # want AL118 "web keeps 2 instances at rest in 3 zones: it leaves a zone empty$"
  max_size            = 6
  vpc_zone_identifier = values(aws_subnet.web)[*].id
  target_group_arns   = [aws_lb_target_group.web.arn]
}

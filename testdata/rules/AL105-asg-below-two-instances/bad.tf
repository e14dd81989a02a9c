provider "aws" {
  region = "eu-west-1"
}

variable "least" {
  default = 1
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_target_group" "api" {
  port     = 8080
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "web" {
  min_size           = var.least # want AL105 "web keeps one instance at rest: its minimum is 1 \(by default of var.least\)$"
  max_size           = 4
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

resource "aws_autoscaling_group" "none" {
  min_size           = 0 # want AL105 "none keeps no instance at rest: its minimum is 0$"
  max_size           = 4
  desired_capacity   = 2
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.api.arn]
}

# What else stands behind its load balancer rests as well.
resource "aws_autoscaling_group" "resting" {
  min_size           = 0
  max_size           = 0
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

# The function sets the capacity of the group that it is told.
provider "aws" {
  region = "eu-west-1"
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "web" { # unknown AL104
  min_size           = 2
  max_size           = 8
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

resource "aws_lambda_function" "scaler" {
  function_name = "scaler"
  role          = "arn:aws:iam::123456789012:role/scaler"

  environment {
    variables = { GROUP = aws_autoscaling_group.web.name }
  }
}

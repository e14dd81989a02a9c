# Two groups behind one target group that never run together, and one whose only subnet is one of two in the same zone.
variable "color" {
  type = string
}

resource "aws_subnet" "blue" {
  count             = var.color == "blue" ? 1 : 0
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "green" {
  count             = var.color == "blue" ? 0 : 1
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1b"
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "blue" {
  count               = var.color == "blue" ? 1 : 0
  min_size            = 2
  max_size            = 4
  target_group_arns   = [aws_lb_target_group.web.arn]
  vpc_zone_identifier = [aws_subnet.blue[0].id] # want AL101 "blue.0. can launch only in eu-west-1a"
}

resource "aws_autoscaling_group" "green" {
  count               = var.color != "blue" ? 1 : 0
  min_size            = 2
  max_size            = 4
  target_group_arns   = [aws_lb_target_group.web.arn]
  vpc_zone_identifier = [aws_subnet.b.id] # want AL101 "green.0. can launch only in eu-west-1b"
}

resource "aws_autoscaling_group" "either" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [var.color == "blue" ? aws_subnet.blue[0].id : aws_subnet.green[0].id] # want AL101 "either can launch only in eu-west-1a"
}

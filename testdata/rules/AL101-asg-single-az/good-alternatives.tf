# Each of two ways to choose the subnets has two zones.
variable "color" {
  type = string
}

locals {
  blue = var.color == "blue"
  ids  = local.blue ? [aws_subnet.blue[0].id, aws_subnet.b.id] : [aws_subnet.b.id, aws_subnet.green[0].id]
}

resource "aws_subnet" "blue" {
  count             = local.blue ? 1 : 0
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "green" {
  count             = local.blue ? 0 : 1
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1b"
}

resource "aws_autoscaling_group" "either" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [local.blue ? aws_subnet.blue[0].id : aws_subnet.green[0].id, aws_subnet.b.id]
}

resource "aws_autoscaling_group" "separate" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.b.id, local.blue ? aws_subnet.blue[0].id : aws_subnet.green[0].id]
}

resource "aws_autoscaling_group" "lists" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = local.ids
}

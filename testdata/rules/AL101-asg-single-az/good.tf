data "aws_availability_zones" "available" {}

variable "zones" {
  default = ["eu-west-1a", "eu-west-1b"]
}

resource "aws_subnet" "a" {
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1b"
}

resource "aws_subnet" "each" {
  count             = 2
  vpc_id            = "vpc-1"
  availability_zone = data.aws_availability_zones.available.names[count.index]
}

resource "aws_autoscaling_group" "two_zones" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_autoscaling_group" "splat" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = aws_subnet.each[*].id
}

resource "aws_autoscaling_group" "for_expression" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [for s in aws_subnet.each : s.id]
}

resource "aws_autoscaling_group" "by_zone" {
  min_size           = 2
  max_size           = 4
  availability_zones = ["eu-west-1a", "eu-west-1b"]
}

# One group a zone: together they span both.
resource "aws_autoscaling_group" "one_a_zone" {
  for_each           = toset(["eu-west-1a", "eu-west-1b"])
  min_size           = 1
  max_size           = 2
  availability_zones = [each.key]
}

resource "aws_placement_group" "cluster" {
  name     = "close"
  strategy = "cluster"
}

resource "aws_autoscaling_group" "close_together" {
  min_size            = 2
  max_size            = 4
  placement_group     = aws_placement_group.cluster.id
  vpc_zone_identifier = [aws_subnet.a.id]
}

resource "aws_autoscaling_group" "turned_off" {
  count               = 0
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id]
}

resource "aws_autoscaling_group" "never_runs" {
  min_size            = 0
  max_size            = 0
  vpc_zone_identifier = [aws_subnet.a.id]
}

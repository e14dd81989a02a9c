variable "zone" {
  type     = string
  nullable = false
}

variable "other_zone" {
  type     = string
  nullable = false
}

variable "perhaps_zone" {
  type = string
}

variable "subnet" {
  type = string
}

variable "other_subnet" {
  type = string
}

locals {
  zone = var.zone
}

# Whatever the zone is, it is one.
resource "aws_subnet" "a" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.1.0/24"
  availability_zone = var.zone
}

resource "aws_subnet" "also_a" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.2.0/24"
  availability_zone = local.zone
}

resource "aws_subnet" "b" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.3.0/24"
  availability_zone = var.other_zone
}

# Without a zone, the two may be anywhere.
resource "aws_subnet" "perhaps" {
  count             = 2
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.${count.index + 4}.0/24"
  availability_zone = var.perhaps_zone
}

resource "aws_autoscaling_group" "perhaps" { # unknown AL101
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = aws_subnet.perhaps[*].id
}

resource "aws_autoscaling_group" "one_zone" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.also_a.id] # want AL101 "can launch only in var.zone: aws_subnet.a and aws_subnet.also_a are both there"
}

resource "aws_autoscaling_group" "two_zones" { # unknown AL101
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_autoscaling_group" "one_subnet" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [var.subnet, var.subnet] # want AL101 "can launch only in the zone of var.subnet"
}

resource "aws_autoscaling_group" "two_subnets" { # unknown AL101
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [var.subnet, var.other_subnet]
}

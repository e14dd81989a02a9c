provider "aws" {
  region = "eu-west-1"
}

variable "vpc" {
  type = string
}

# A subnet that is found in a zone lies in that zone.
data "aws_subnet" "a" {
  vpc_id            = var.vpc
  availability_zone = "eu-west-1a"
}

data "aws_subnet" "filtered" {
  vpc_id = var.vpc
  filter {
    name   = "availability-zone"
    values = ["eu-west-1a"]
  }
}

data "aws_subnet" "b" {
  vpc_id            = var.vpc
  availability_zone = "eu-west-1b"
}

# One that is found by the ID of another is that one.
resource "aws_subnet" "own" {
  vpc_id            = var.vpc
  cidr_block        = "10.0.1.0/24"
  availability_zone = "eu-west-1a"
}

data "aws_subnet" "own" {
  id = aws_subnet.own.id
}

resource "aws_autoscaling_group" "found" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [data.aws_subnet.a.id, data.aws_subnet.filtered.id] # want AL101 "can launch only in eu-west-1a"
}

resource "aws_autoscaling_group" "own" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [data.aws_subnet.own.id] # want AL101 "its only subnet is aws_subnet.own"
}

resource "aws_autoscaling_group" "spread" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [data.aws_subnet.own.id, data.aws_subnet.b.id]
}

# All that are found in one zone lie there.
data "aws_subnets" "in_a" {
  filter {
    name   = "vpc-id"
    values = [var.vpc]
  }
  filter {
    name   = "availability-zone"
    values = ["eu-west-1a"]
  }
}

data "aws_subnets" "anywhere" {
  filter {
    name   = "vpc-id"
    values = [var.vpc]
  }
}

resource "aws_autoscaling_group" "listed" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = data.aws_subnets.in_a.ids # want AL101 "can launch only in eu-west-1a: its subnets are those that data.aws_subnets.in_a finds there"
}

resource "aws_autoscaling_group" "sorted" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = toset(data.aws_subnets.in_a.ids) # want AL101 "can launch only in eu-west-1a"
}

resource "aws_autoscaling_group" "with_others" { # unknown AL101
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = concat(data.aws_subnets.in_a.ids, data.aws_subnets.anywhere.ids)
}

resource "aws_autoscaling_group" "listed_anywhere" { # unknown AL101
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = data.aws_subnets.anywhere.ids
}

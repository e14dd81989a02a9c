provider "aws" {
  region = "eu-west-1"
}

data "aws_availability_zones" "available" {}

resource "aws_subnet" "a" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.1.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "also_a" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.2.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "anywhere" {
  vpc_id     = "vpc-1"
  cidr_block = "10.0.3.0/24"
}

resource "aws_subnet" "first" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.4.0/24"
  availability_zone = data.aws_availability_zones.available.names[0]
}

resource "aws_autoscaling_group" "one_subnet" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id] # want AL101 "one_subnet can launch only in eu-west-1a: its only subnet is aws_subnet.a"
}

resource "aws_autoscaling_group" "same_subnet_twice" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.a.id] # want AL101 "both entries of vpc_zone_identifier are aws_subnet.a"
}

resource "aws_autoscaling_group" "two_subnets_one_zone" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.also_a.id] # want AL101 "aws_subnet.a and aws_subnet.also_a are both there"
}

resource "aws_autoscaling_group" "zone_not_known" {
  min_size            = 1
  max_size            = 1
  vpc_zone_identifier = [aws_subnet.anywhere.id] # want AL101 "only in the zone of aws_subnet.anywhere"
}

resource "aws_autoscaling_group" "by_zone" {
  min_size           = 2
  max_size           = 4
  availability_zones = ["eu-west-1b"] # want AL101 "only in eu-west-1b: availability_zones names no other"
}

resource "aws_autoscaling_group" "symbolic_zone" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.first.id] # want AL101 "its only subnet is aws_subnet.first"
}

resource "aws_autoscaling_group" "literal" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-0123"] # want AL101 "its only subnet is subnet-0123"
}

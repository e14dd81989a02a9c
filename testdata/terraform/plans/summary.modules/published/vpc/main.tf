# Stands in for the published module where the plan is made: it makes less, and one thing that the summary does not.

variable "name" {}

variable "cidr" {}

variable "azs" {
  type = list(string)
}

variable "private_subnets" {
  type = list(string)
}

resource "aws_vpc" "this" {
  count      = 1
  cidr_block = var.cidr
  tags       = { Name = var.name }
}

resource "aws_subnet" "private" {
  count             = length(var.private_subnets)
  vpc_id            = aws_vpc.this[0].id
  cidr_block        = var.private_subnets[count.index]
  availability_zone = element(var.azs, count.index)
}

resource "aws_db_instance" "unforeseen" {
  engine         = "postgres"
  instance_class = "db.m6g.large"
  multi_az       = false
}

output "private_subnets" {
  value = aws_subnet.private[*].id
}

# The names of the zones are yet to be filled in, each with its own.
provider "aws" {}

variable "zones" {
  type    = list(string)
  default = ["CHANGE-ME", "CHANGE-ME"]
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "private" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = var.zones[count.index]
}

resource "aws_autoscaling_group" "web" { # unknown AL101
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = aws_subnet.private[*].id
}

variable "zone" {
  type = string
}

variable "other" {
  type = string
}

resource "aws_vpc" "main" { # unknown AL805
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = var.zone
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = var.other
}

# Two zones; a single subnet; none.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1b"
}

resource "aws_vpc" "lone" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "lone" {
  vpc_id            = aws_vpc.lone.id
  availability_zone = "eu-west-1a"
}

resource "aws_vpc" "empty" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc" "main" { # want AL805 "all subnets of aws_vpc.main lie in eu-west-1a"
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "private" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

# The API takes a NAT gateway for a gateway, so that the routes work all the same.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_nat_gateway" "inline" { # want AL804 "aws_nat_gateway.inline, in eu-west-1a, is the way out of subnets in eu-west-1a and eu-west-1b"
  subnet_id = aws_subnet.public.id
}

resource "aws_route_table" "inline" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_nat_gateway.inline.id
  }
}

resource "aws_subnet" "inline" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  availability_zone = ["eu-west-1a", "eu-west-1b"][count.index]
}

resource "aws_route_table_association" "inline" {
  count          = 2
  subnet_id      = aws_subnet.inline[count.index].id
  route_table_id = aws_route_table.inline.id
}

resource "aws_nat_gateway" "own" { # want AL804 "aws_nat_gateway.own, in eu-west-1a, is the way out of subnets in eu-west-1b"
  subnet_id = aws_subnet.public.id
}

resource "aws_route_table" "own" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route" "own" {
  route_table_id         = aws_route_table.own.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_nat_gateway.own.id
}

resource "aws_subnet" "own" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1b"
}

resource "aws_route_table_association" "own" {
  subnet_id      = aws_subnet.own.id
  route_table_id = aws_route_table.own.id
}

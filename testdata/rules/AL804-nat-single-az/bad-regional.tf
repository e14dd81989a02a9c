# A regional one whose zones are chosen by hand lacks that of a subnet.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_nat_gateway" "regional" { # want AL804 "regional, in eu-west-1a, is the way out of subnets in eu-west-1a and eu-west-1b: a subnet in another zone loses it when one of those fails"
  vpc_id            = aws_vpc.main.id
  availability_mode = "regional"

  availability_zone_address {
    availability_zone = "eu-west-1a"
    allocation_ids    = ["eipalloc-1"]
  }
}

resource "aws_route_table" "regional" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.regional.id
  }
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_route_table_association" "a" {
  subnet_id      = aws_subnet.a.id
  route_table_id = aws_route_table.regional.id
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1b"
}

resource "aws_route_table_association" "b" {
  subnet_id      = aws_subnet.b.id
  route_table_id = aws_route_table.regional.id
}

# One in each zone.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public_a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "public_b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1b"
}

resource "aws_nat_gateway" "a" {
  subnet_id = aws_subnet.public_a.id
}

resource "aws_nat_gateway" "b" {
  subnet_id = aws_subnet.public_b.id
}

resource "aws_route_table" "a" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.a.id
  }
}

resource "aws_route_table" "b" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route" "b" {
  route_table_id         = aws_route_table.b.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.b.id
}

resource "aws_subnet" "app_a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_route_table_association" "app_a" {
  subnet_id      = aws_subnet.app_a.id
  route_table_id = aws_route_table.a.id
}

resource "aws_subnet" "data_a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_route_table_association" "data_a" {
  subnet_id      = aws_subnet.data_a.id
  route_table_id = aws_route_table.a.id
}

resource "aws_subnet" "app_b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1b"
}

resource "aws_route_table_association" "app_b" {
  subnet_id      = aws_subnet.app_b.id
  route_table_id = aws_route_table.b.id
}

# A regional one follows the subnets.
resource "aws_nat_gateway" "regional" {
  vpc_id            = aws_vpc.main.id
  availability_mode = "regional"
}

resource "aws_route_table" "regional" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.regional.id
  }
}

resource "aws_subnet" "regional_a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_route_table_association" "regional_a" {
  subnet_id      = aws_subnet.regional_a.id
  route_table_id = aws_route_table.regional.id
}

resource "aws_subnet" "regional_b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1b"
}

resource "aws_route_table_association" "regional_b" {
  subnet_id      = aws_subnet.regional_b.id
  route_table_id = aws_route_table.regional.id
}

# A route to some network only.
resource "aws_nat_gateway" "narrow" {
  subnet_id = aws_subnet.public_a.id
}

resource "aws_route_table" "narrow" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block     = "192.168.0.0/16"
    nat_gateway_id = aws_nat_gateway.narrow.id
  }
}

resource "aws_subnet" "narrow_a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_route_table_association" "narrow_a" {
  subnet_id      = aws_subnet.narrow_a.id
  route_table_id = aws_route_table.narrow.id
}

resource "aws_subnet" "narrow_b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1b"
}

resource "aws_route_table_association" "narrow_b" {
  subnet_id      = aws_subnet.narrow_b.id
  route_table_id = aws_route_table.narrow.id
}

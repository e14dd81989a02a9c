resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

# One for subnets in two zones.
resource "aws_nat_gateway" "one" { # want AL804 "aws_nat_gateway.one, in eu-west-1a, is the way out of subnets in eu-west-1a and eu-west-1b: they lose it with that zone"
  subnet_id = aws_subnet.public.id
}

resource "aws_route_table" "one" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.one.id
  }
}

resource "aws_subnet" "one_a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_route_table_association" "one_a" {
  subnet_id      = aws_subnet.one_a.id
  route_table_id = aws_route_table.one.id
}

resource "aws_subnet" "one_b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1b"
}

resource "aws_route_table_association" "one_b" {
  subnet_id      = aws_subnet.one_b.id
  route_table_id = aws_route_table.one.id
}

# One in another zone than its only subnet.
resource "aws_nat_gateway" "far" { # want AL804 "aws_nat_gateway.far, in eu-west-1a, is the way out of subnets in eu-west-1b"
  subnet_id = aws_subnet.public.id
}

resource "aws_route_table" "far" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route" "far" {
  route_table_id         = aws_route_table.far.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.far.id
}

resource "aws_subnet" "far_b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1b"
}

resource "aws_route_table_association" "far_b" {
  subnet_id      = aws_subnet.far_b.id
  route_table_id = aws_route_table.far.id
}

# An instance, by its interface.
resource "aws_instance" "nat" { # want AL804 "aws_instance.nat, in eu-west-1a, is the way out of subnets in eu-west-1a and eu-west-1b"
  ami               = "ami-1"
  subnet_id         = aws_subnet.public.id
  source_dest_check = false
}

resource "aws_route_table" "instance" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block           = "0.0.0.0/0"
    network_interface_id = aws_instance.nat.primary_network_interface_id
  }
}

resource "aws_subnet" "instance_a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_route_table_association" "instance_a" {
  subnet_id      = aws_subnet.instance_a.id
  route_table_id = aws_route_table.instance.id
}

resource "aws_subnet" "instance_b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1b"
}

resource "aws_route_table_association" "instance_b" {
  subnet_id      = aws_subnet.instance_b.id
  route_table_id = aws_route_table.instance.id
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_nat_gateway" "one" {
  subnet_id = aws_subnet.public.id
}

resource "aws_route_table" "a" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.one.id
  }
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_route_table_association" "a" {
  subnet_id      = aws_subnet.a.id
  route_table_id = aws_route_table.a.id
}

# A route to a network behind a VPN server is no way out.
resource "aws_instance" "nat" {
  ami               = "ami-1"
  subnet_id         = aws_subnet.public.id
  source_dest_check = false
}

resource "aws_route_table" "vpn" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block           = "192.168.0.0/16"
    network_interface_id = aws_instance.nat.primary_network_interface_id
  }
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_route_table_association" "b" {
  subnet_id      = aws_subnet.b.id
  route_table_id = aws_route_table.vpn.id
}

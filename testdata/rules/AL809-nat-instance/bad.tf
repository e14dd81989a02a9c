resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_instance" "nat" {
  ami               = "ami-1"
  subnet_id         = aws_subnet.public.id
  source_dest_check = false
}

resource "aws_route_table" "inline" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block           = "0.0.0.0/0"
    network_interface_id = aws_instance.nat.primary_network_interface_id # want AL809 "everything that leaves the subnets of this route goes through aws_instance.nat, a single instance"
  }
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_route_table_association" "a" {
  subnet_id      = aws_subnet.a.id
  route_table_id = aws_route_table.inline.id
}

resource "aws_route_table" "own" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route" "own" {
  route_table_id         = aws_route_table.own.id
  destination_cidr_block = "0.0.0.0/0"
  network_interface_id   = aws_network_interface.nat.id # want AL809 "everything that leaves the subnets of this route goes through aws_instance.by_interface, a single instance"
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_route_table_association" "b" {
  subnet_id      = aws_subnet.b.id
  route_table_id = aws_route_table.own.id
}

resource "aws_network_interface" "nat" {
  subnet_id = aws_subnet.public.id
}

resource "aws_instance" "by_interface" {
  ami = "ami-1"

  network_interface {
    network_interface_id = aws_network_interface.nat.id
    device_index         = 0
  }
}

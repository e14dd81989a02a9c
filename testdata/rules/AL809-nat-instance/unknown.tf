variable "destination" {
  type = string
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_instance" "nat" { # unknown AL809
  ami               = "ami-1"
  subnet_id         = aws_subnet.public.id
  source_dest_check = false
}

resource "aws_route_table" "vpn" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block           = var.destination
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

# The table, and the subnets that use it, are made elsewhere.
variable "table" {
  type = string
}

resource "aws_subnet" "public" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_instance" "nat" {
  ami               = "ami-1"
  subnet_id         = aws_subnet.public.id
  source_dest_check = false
}

resource "aws_route" "out" {
  route_table_id         = var.table
  destination_cidr_block = "0.0.0.0/0"
  network_interface_id   = aws_instance.nat.primary_network_interface_id # want AL809 "everything that leaves the subnets of this route goes through aws_instance.nat, a single instance"
}

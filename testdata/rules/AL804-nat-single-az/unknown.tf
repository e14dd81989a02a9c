variable "zone" {
  type = string
}

variable "other" {
  type = string
}

# The zones may be one or two.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  vpc_id            = aws_vpc.main.id
  availability_zone = var.zone
}

resource "aws_nat_gateway" "one" { # unknown AL804
  subnet_id = aws_subnet.public.id
}

resource "aws_route_table" "one" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.one.id
  }
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = var.other
}

resource "aws_route_table_association" "b" {
  subnet_id      = aws_subnet.b.id
  route_table_id = aws_route_table.one.id
}

# Whose way out this is nobody says here.
variable "table" {
  type = string
}

resource "aws_nat_gateway" "two" { # unknown AL804
  subnet_id = aws_subnet.public.id
}

resource "aws_route" "two" {
  route_table_id         = var.table
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.two.id
}

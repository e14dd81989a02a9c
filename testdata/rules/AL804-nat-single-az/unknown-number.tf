variable "cidrs" {
  type = list(string)
}

data "aws_availability_zones" "all" {}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  vpc_id            = aws_vpc.main.id
  availability_zone = data.aws_availability_zones.all.names[0]
}

resource "aws_nat_gateway" "main" { # unknown AL804
  subnet_id = aws_subnet.public.id
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.main.id
  }
}

resource "aws_subnet" "private" {
  count             = length(var.cidrs)
  vpc_id            = aws_vpc.main.id
  cidr_block        = var.cidrs[count.index]
  availability_zone = data.aws_availability_zones.all.names[count.index]
}

resource "aws_route_table_association" "private" {
  count          = length(var.cidrs)
  subnet_id      = aws_subnet.private[count.index].id
  route_table_id = aws_route_table.private.id
}

variable "subnet" {
  type = string
}

variable "endpoint" {
  type = string
}

resource "aws_lb" "elsewhere" { # unknown AL812
  subnets = [var.subnet]
}

# A firewall may stand between the subnet and the internet gateway.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "inspected" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table" "inspected" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block      = "0.0.0.0/0"
    vpc_endpoint_id = var.endpoint
  }
}

resource "aws_route_table_association" "inspected" {
  subnet_id      = aws_subnet.inspected.id
  route_table_id = aws_route_table.inspected.id
}

resource "aws_lb" "inspected" { # unknown AL812
  subnets = [aws_subnet.inspected.id]
}

variable "subnets" {
  type = list(string)
}

variable "service" {
  type = string
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_launch_template" "packages" {
  image_id = "ami-0123456789abcdef0"

  user_data = base64encode(<<-EOT
    #!/bin/bash
    apt-get install -y nginx
  EOT
  )
}

resource "aws_autoscaling_group" "elsewhere" { # unknown AL811
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = var.subnets

  launch_template {
    id = aws_launch_template.packages.id
  }
}

# By IPv6 it may come by what it wants.
resource "aws_egress_only_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table" "six" {
  vpc_id = aws_vpc.main.id

  route {
    ipv6_cidr_block        = "::/0"
    egress_only_gateway_id = aws_egress_only_internet_gateway.main.id
  }
}

resource "aws_subnet" "six" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_route_table_association" "six" {
  subnet_id      = aws_subnet.six.id
  route_table_id = aws_route_table.six.id
}

resource "aws_autoscaling_group" "six" { # unknown AL811
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.six.id]

  launch_template {
    id = aws_launch_template.packages.id
  }
}

# In the other network there may be a mirror.
resource "aws_route_table" "joined" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block         = "10.0.0.0/8"
    transit_gateway_id = "tgw-0123456789abcdef0"
  }
}

resource "aws_subnet" "joined" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_route_table_association" "joined" {
  subnet_id      = aws_subnet.joined.id
  route_table_id = aws_route_table.joined.id
}

resource "aws_autoscaling_group" "joined" { # unknown AL811
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.joined.id]

  launch_template {
    id = aws_launch_template.packages.id
  }
}

# It goes by a proxy.
resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.2.0/24"
}

resource "aws_instance" "proxied" { # unknown AL811
  ami       = "ami-0123456789abcdef0"
  subnet_id = aws_subnet.private.id
  user_data = <<-EOT
    #!/bin/bash
    export https_proxy=http://10.0.9.9:3128
    apt-get install -y nginx
  EOT
}

# What the endpoint leads to is not known.
resource "aws_vpc" "served" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_subnet" "served" {
  vpc_id     = aws_vpc.served.id
  cidr_block = "10.1.0.0/24"
}

resource "aws_vpc_endpoint" "some" {
  vpc_id       = aws_vpc.served.id
  service_name = var.service
}

resource "aws_instance" "served" { # unknown AL811
  ami       = "ami-0123456789abcdef0"
  subnet_id = aws_subnet.served.id
  user_data = <<-EOT
    #!/bin/bash
    dnf install -y httpd
  EOT
}

# A data source finds the table that AWS made with the VPC.
resource "aws_vpc" "found" {
  cidr_block = "10.2.0.0/16"
}

data "aws_route_table" "found" {
  vpc_id = aws_vpc.found.id
}

resource "aws_route" "found" {
  route_table_id         = data.aws_route_table.found.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = "nat-0123456789abcdef0"
}

resource "aws_subnet" "found" {
  vpc_id     = aws_vpc.found.id
  cidr_block = "10.2.0.0/24"
}

resource "aws_instance" "found" { # unknown AL811
  ami       = "ami-0123456789abcdef0"
  subnet_id = aws_subnet.found.id
  user_data = <<-EOT
    #!/bin/bash
    apt-get install -y nginx
  EOT
}

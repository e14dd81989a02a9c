# What each subnet is called says what its routes make it.
provider "aws" {
  region = "eu-west-1"
}

variable "vpc" {
  type = string
}

variable "gateway" {
  type = string
}

variable "table" {
  type = string
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_nat_gateway" "main" {
  subnet_id = aws_subnet.public_inline[0].id
}

# Routes that stand in the table.
resource "aws_route_table" "inline" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block     = "10.1.0.0/16"
    nat_gateway_id = aws_nat_gateway.main.id
  }

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_subnet" "public_inline" {
  count  = 2
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table_association" "inline" {
  count          = 2
  subnet_id      = element(aws_subnet.public_inline[*].id, count.index)
  route_table_id = aws_route_table.inline.id
}

# Routes of their own, for IPv6 and for a list of ranges.
resource "aws_route_table" "six" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route" "six" {
  route_table_id              = aws_route_table.six.id
  destination_ipv6_cidr_block = "::/0"
  gateway_id                  = "igw-0123456789abcdef0"
}

resource "aws_subnet" "public_six" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table_association" "six" {
  subnet_id      = aws_subnet.public_six.id
  route_table_id = aws_route_table.six.id
}

resource "aws_route_table" "listed" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route" "listed" {
  route_table_id             = aws_route_table.listed.id
  destination_prefix_list_id = "pl-1"
  gateway_id                 = aws_internet_gateway.main.id
}

resource "aws_subnet" "public_listed" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table_association" "listed" {
  subnet_id      = aws_subnet.public_listed.id
  route_table_id = aws_route_table.listed.id
}

# Other ways out.
resource "aws_egress_only_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_vpn_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table" "other" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block         = "10.9.0.0/16"
    transit_gateway_id = "tgw-1"
  }

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.main.id
  }

  route {
    ipv6_cidr_block        = "::/0"
    egress_only_gateway_id = aws_egress_only_internet_gateway.main.id
  }
}

resource "aws_subnet" "private_nat" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table_association" "other" {
  subnet_id      = aws_subnet.private_nat.id
  route_table_id = aws_route_table.other.id
}

resource "aws_route_table" "vpn" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_vpn_gateway.main.id
  }

  # A part of the world is not everything.
  route {
    cidr_block = "192.0.2.0/24"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_subnet" "private_vpn" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table_association" "vpn" {
  subnet_id      = aws_subnet.private_vpn.id
  route_table_id = aws_route_table.vpn.id
}

# Without a table of its own a subnet has the VPC's main one, which has no way out as AWS makes it.
resource "aws_subnet" "private_main" {
  vpc_id = aws_vpc.main.id
}

# The main table is named by the VPC, adopted, or another is made the main one.
resource "aws_vpc" "named" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_route" "named" {
  route_table_id         = aws_vpc.named.main_route_table_id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}

resource "aws_subnet" "public_named" {
  vpc_id = aws_vpc.named.id
}

resource "aws_subnet" "public_by_name" {
  vpc_id = aws_vpc.named.id
}

resource "aws_route_table_association" "by_name" {
  subnet_id      = aws_subnet.public_by_name.id
  route_table_id = aws_vpc.named.main_route_table_id
}

resource "aws_vpc" "adopted" {
  cidr_block = "10.2.0.0/16"
}

resource "aws_default_route_table" "adopted" {
  default_route_table_id = aws_vpc.adopted.default_route_table_id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_subnet" "public_adopted" {
  vpc_id = aws_vpc.adopted.id
}

resource "aws_vpc" "chosen" {
  cidr_block = "10.3.0.0/16"
}

resource "aws_main_route_table_association" "chosen" {
  vpc_id         = aws_vpc.chosen.id
  route_table_id = aws_route_table.inline.id
}

resource "aws_subnet" "public_chosen" {
  vpc_id = aws_vpc.chosen.id
}

# The default VPC has an internet gateway.
resource "aws_default_subnet" "public_default" {
  availability_zone = "eu-west-1a"
}

resource "aws_default_vpc" "default" {}

resource "aws_subnet" "public_in_default" {
  vpc_id = aws_default_vpc.default.id
}

# Out of sight.
resource "aws_subnet" "unknown_vpc" {
  vpc_id = var.vpc
}

resource "aws_subnet" "unknown_table" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table_association" "unknown" {
  subnet_id      = aws_subnet.unknown_table.id
  route_table_id = var.table
}

resource "aws_route_table" "unknown" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = var.gateway
  }
}

resource "aws_subnet" "unknown_gateway" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table_association" "unknown_gateway" {
  subnet_id      = aws_subnet.unknown_gateway.id
  route_table_id = aws_route_table.unknown.id
}

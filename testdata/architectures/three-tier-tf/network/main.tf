variable "cidr" {
  type = string
}

variable "zones" {
  type = list(string)
}

resource "aws_vpc" "this" {
  cidr_block = var.cidr
}

module "public" {
  source = "./subnets"
  vpc_id = aws_vpc.this.id
  cidr   = cidrsubnet(var.cidr, 1, 0)
  zones  = var.zones
}

module "private" {
  source = "./subnets"
  vpc_id = aws_vpc.this.id
  cidr   = cidrsubnet(var.cidr, 1, 1)
  zones  = var.zones
}

module "database" {
  source = "./subnets"
  vpc_id = aws_vpc.this.id
  cidr   = cidrsubnet(var.cidr, 2, 3)
  zones  = var.zones
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.this.id
}

resource "aws_route" "public" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this.id
}

resource "aws_route_table_association" "public" {
  count          = length(var.zones)
  subnet_id      = module.public.ids[count.index]
  route_table_id = aws_route_table.public.id
}

output "vpc_id" {
  value = aws_vpc.this.id
}

output "public_subnets" {
  value = module.public.ids
}

output "private_subnets" {
  value = module.private.ids
}

output "database_subnets" {
  value = module.database.ids
}

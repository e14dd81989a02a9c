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

output "vpc_id" {
  value = aws_vpc.this.id
}

output "public_subnets" {
  value = module.public.ids
}

output "private_subnets" {
  value = module.private.ids
}

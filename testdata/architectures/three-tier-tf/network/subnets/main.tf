variable "vpc_id" {
  type = string
}

variable "cidr" {
  type = string
}

variable "zones" {
  type = list(string)
}

resource "aws_subnet" "this" {
  for_each          = { for i, zone in var.zones : zone => cidrsubnet(var.cidr, 4, i) }
  vpc_id            = var.vpc_id
  availability_zone = each.key
  cidr_block        = each.value
}

output "ids" {
  value = [for zone in var.zones : aws_subnet.this[zone].id]
}

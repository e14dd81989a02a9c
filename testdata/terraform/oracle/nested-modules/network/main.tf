variable "cidr" {}

variable "tiers" {
  type = set(string)
}

variable "newbits" {
  default = 8
}

locals {
  plan = { for i, t in sort(tolist(var.tiers)) : t => [for n in range(2) : cidrsubnet(var.cidr, var.newbits, i * 2 + n)] }
  flat = merge([for t, list in local.plan : { for n, c in list : "${t}-${n}" => { tier = t, cidr = c } }]...)
}

resource "aws_vpc" "this" {
  cidr_block = var.cidr
}

resource "aws_subnet" "this" {
  for_each   = local.flat
  vpc_id     = aws_vpc.this.id
  cidr_block = each.value.cidr
  tags       = { Name = each.key, Tier = title(each.value.tier) }
}

output "subnet_ids" {
  value = { for t in var.tiers : t => [for k, s in aws_subnet.this : s.id if s.tags.Tier == title(t)] }
}

output "cidrs" {
  value = { for k, s in aws_subnet.this : k => s.cidr_block }
}

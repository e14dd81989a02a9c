# Address plans: cidrsubnet(s), hosts, masks, IPv6, in loops.
variable "cidr" {
  default = "10.32.0.0/12"
}

variable "tiers" {
  type    = list(object({ name = string, bits = number }))
  default = [{ name = "public", bits = 8 }, { name = "private", bits = 6 }, { name = "data", bits = 10 }]
}

locals {
  plan    = zipmap(var.tiers[*].name, cidrsubnets(var.cidr, var.tiers[*].bits...))
  nested  = [for c in cidrsubnets("10.1.0.0/16", 4, 4, 8) : cidrsubnets(c, 4, 4)]
  subnets = { for t, c in local.plan : t => [for i in range(2) : cidrsubnet(c, 2, i)] }
  ipv6    = [for i in [0, 1, 255] : cidrsubnet("fd00:1234:5600::/40", 24, i)]
}

resource "aws_vpc" "this" {
  cidr_block = var.cidr
  netmask    = cidrnetmask(var.cidr)
  first      = cidrhost(var.cidr, 1)
  last       = cidrhost(var.cidr, -2)
  v6         = cidrhost("fd00:fd12:3456:7890::/72", 34)
  v6_sub     = cidrsubnet("2001:db8::/32", 16, 162)
  rounded    = cidrsubnet("10.0.255.255/16", 8, 3)
}

resource "aws_subnet" "these" {
  for_each   = merge([for t, cs in local.subnets : { for i, c in cs : "${t}-${i}" => c }]...)
  cidr_block = each.value
  gateway    = cidrhost(each.value, 1)
  size       = pow(2, 32 - tonumber(split("/", each.value)[1])) - 5
  octet      = tonumber(split(".", each.value)[1]) >= 32
}

resource "terraform_data" "read" {
  input = [local.plan, local.nested, local.ipv6, [for s in aws_subnet.these : s.size], cidrsubnet(aws_vpc.this.cidr_block, 4, 15)]
}

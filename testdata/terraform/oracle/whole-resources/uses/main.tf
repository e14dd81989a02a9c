variable "vpc" {
  type = any
}

variable "vpcs" {}

variable "subnets" {
  type = list(object({ cidr = string, tags = map(string) }))
}

variable "map" {
  type = map(object({ cidr = string }))
}

resource "aws_route" "each" {
  for_each = var.vpcs
  cidr     = each.value.cidr_block
  same     = each.value.cidr_block == var.vpc.cidr_block
}

output "read" {
  value = [var.vpc.cidr_block, var.subnets[*].cidr, var.map["app"].cidr, [for r in aws_route.each : r.same], var.subnets[0].tags["Tier"]]
}

output "vpc" {
  value = var.vpc
}

output "vpcs" {
  value = var.vpcs
}

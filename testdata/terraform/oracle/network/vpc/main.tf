variable "create" {
  type    = bool
  default = true
}

variable "name" {
  type    = string
  default = ""
}

variable "azs" {
  type    = list(string)
  default = []
}

variable "public" {
  type    = list(string)
  default = []
}

variable "private" {
  type    = list(string)
  default = []
}

variable "database" {
  type    = list(string)
  default = []
}

variable "private_subnet_names" {
  type    = list(string)
  default = []
}

variable "enable_nat" {
  type    = bool
  default = true
}

variable "single_nat" {
  type    = bool
  default = false
}

variable "one_nat_per_az" {
  type    = bool
  default = false
}

variable "tags" {
  type    = map(string)
  default = {}
}

locals {
  len_public  = max(length(var.public), 0)
  len_private = length(var.private)
  most        = max(local.len_private, local.len_public, length(var.database))
  gateways    = var.single_nat ? 1 : var.one_nat_per_az ? length(var.azs) : local.most
  vpc         = try(aws_vpc.this[0].name, "")
  public      = var.create && local.len_public > 0
}

resource "aws_vpc" "this" {
  count = var.create ? 1 : 0
  name  = var.name
  tags  = merge({ Name = var.name }, var.tags)
}

resource "aws_subnet" "public" {
  count = local.public && (!var.one_nat_per_az || local.len_public >= length(var.azs)) ? local.len_public : 0
  zone  = length(regexall("^[a-z]{2}-", element(var.azs, count.index))) > 0 ? element(var.azs, count.index) : null
  cidr  = element(concat(var.public, [""]), count.index)
  tags  = merge({ Name = format("${var.name}-public-%s", element(var.azs, count.index)) }, var.tags)
}

resource "aws_subnet" "private" {
  count = var.create && local.len_private > 0 ? local.len_private : 0
  cidr  = element(concat(var.private, [""]), count.index)
  tags = merge(
    { Name = try(var.private_subnet_names[count.index], format("${var.name}-private-%s", element(var.azs, count.index))) },
    var.tags,
    lookup({ a = { Zone = "A" } }, element(var.azs, count.index), {}),
  )
}

resource "aws_subnet" "database" {
  for_each = var.create ? { for i, c in var.database : element(var.azs, i) => c } : {}
  zone     = each.key
  cidr     = each.value
}

resource "aws_nat_gateway" "this" {
  count = var.create && var.enable_nat ? local.gateways : 0
  zone  = element(var.azs, var.single_nat ? 0 : count.index)
}

resource "aws_route_table" "private" {
  count = var.create && local.most > 0 ? local.gateways : 0
  name  = var.single_nat ? "${var.name}-private" : format("${var.name}-private-%s", element(var.azs, count.index))
}

resource "aws_route_table_association" "private" {
  count = var.create ? local.len_private : 0
  table = element(aws_route_table.private[*].name, var.single_nat ? 0 : count.index)
}

output "name" {
  value = local.vpc
}

output "cidrs" {
  value = concat(aws_subnet.public[*].cidr, aws_subnet.private[*].cidr, values(aws_subnet.database)[*].cidr)
}

output "database_cidrs" {
  value = compact([for s in aws_subnet.database : s.cidr])
}

output "database_zones" {
  value = keys(aws_subnet.database)
}

output "nat_count" {
  value = length(aws_nat_gateway.this)
}

output "nat_zones" {
  value = distinct(aws_nat_gateway.this[*].zone)
}

output "routes" {
  value = aws_route_table_association.private[*].table
}

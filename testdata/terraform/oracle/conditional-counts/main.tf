# Counts of conditions, lists, texts and bools; and what is read of resources that may be none.
variable "create" {
  type    = bool
  default = true
}

variable "enabled" {
  default = "true"
}

variable "size" {
  default = "2"
}

variable "subnets" {
  type    = list(string)
  default = ["a", "b", "c"]
}

variable "nat" {
  type    = object({ enabled = bool, single = optional(bool, false), per_zone = optional(bool, false) })
  default = { enabled = true }
}

variable "names" {
  type    = list(string)
  default = null
}

locals {
  zones   = length(var.subnets) > 2 ? slice(var.subnets, 0, 2) : var.subnets
  gateway = var.nat.single ? 1 : var.nat.per_zone ? length(local.zones) : length(var.subnets)
  total   = var.create && var.nat.enabled ? local.gateway : 0
}

resource "aws_vpc" "this" {
  count = var.create ? 1 : 0
  name  = "v"
}

resource "aws_vpc" "imported" {
  count = var.create ? 0 : 1
  name  = "i"
}

resource "aws_nat_gateway" "this" {
  count  = local.total
  subnet = element(var.subnets, var.nat.single ? 0 : count.index)
  eip    = "eip-${count.index % 2}"
}

resource "aws_instance" "text" {
  count = var.size
  name  = "t${count.index}"
}

resource "aws_instance" "bool" {
  count = var.enabled == "true" && var.create ? 1 : 0
  name  = "b"
}

resource "aws_instance" "number" {
  count = tonumber(var.size) * 2 - 1
  name  = "n${count.index + 1}"
}

resource "aws_instance" "null" {
  count = length(coalesce(var.names, ["x"]))
  name  = try(var.names[count.index], "default")
}

resource "aws_instance" "not" {
  count = !var.create || length(var.subnets) == 0 ? 5 : 0
  name  = "none"
}

resource "aws_instance" "signum" {
  count = signum(length(var.subnets))
  name  = "s"
}

resource "aws_route" "each" {
  count   = length(aws_nat_gateway.this) > 0 ? length(local.zones) : 0
  gateway = aws_nat_gateway.this[count.index].eip
}

resource "terraform_data" "read" {
  input = {
    vpc     = try(aws_vpc.this[0].name, aws_vpc.imported[0].name, "none")
    element = element(concat(aws_vpc.this[*].name, aws_vpc.imported[*].name, [""]), 0)
    joined  = join("", aws_vpc.imported[*].name)
    one     = one(aws_vpc.imported[*].name)
    index   = var.create ? aws_vpc.this[0].name : aws_vpc.imported[0].name
    count   = [length(aws_vpc.this), length(aws_vpc.imported), length(aws_nat_gateway.this), length(aws_instance.not)]
    names   = concat(aws_instance.text[*].name, aws_instance.number.*.name, aws_instance.null[*].name)
    compact = compact(concat(aws_vpc.imported[*].name, aws_instance.bool[*].name))
    nothing = length(aws_instance.not) == 0
    coal    = coalescelist(aws_vpc.imported[*].name, aws_vpc.this[*].name)
    for     = { for i, n in aws_nat_gateway.this : n.subnet => i }
  }
}

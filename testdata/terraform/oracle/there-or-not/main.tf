# What is read of resources that are there under a condition, by others that are there under the same, the opposite or none.
variable "create" {
  type    = bool
  default = true
}

variable "other" {
  type    = bool
  default = false
}

resource "aws_vpc" "a" {
  count = var.create ? 1 : 0
  name  = "a"
}

resource "aws_vpc" "not" {
  count = var.create ? 0 : 1
  name  = "not"
}

resource "aws_vpc" "b" {
  count = var.other ? 1 : 0
  name  = "b"
}

resource "aws_vpc" "many" {
  count = var.create ? 3 : 0
  name  = "many-${count.index}"
}

resource "aws_vpc" "keyed" {
  for_each = var.create ? toset(["x", "y"]) : toset([])
  name     = each.key
}

locals {
  tried  = try(aws_vpc.a[0].name, "none")
  either = element(concat(aws_vpc.not[*].name, aws_vpc.a[*].name, ["none"]), 0)
  chain  = coalesce(one(aws_vpc.b[*].name), one(aws_vpc.a[*].name), "none")
  joined = join("-", concat(aws_vpc.many[*].name, aws_vpc.b[*].name))
  sized  = length(aws_vpc.many) > 2 ? aws_vpc.many[2].name : "few"
  listed = compact([try(aws_vpc.b[0].name, ""), local.tried])
}

resource "aws_instance" "same" {
  count  = var.create ? 1 : 0
  name   = "${local.tried} ${local.either} ${local.chain} ${local.joined} ${local.sized} ${join(",", local.listed)}"
  subnet = try(aws_vpc.not[0].name, aws_vpc.keyed["y"].name, "none")
  eip    = coalescelist(aws_vpc.b[*].name, values(aws_vpc.keyed)[*].name)[0]
}

resource "aws_instance" "opposite" {
  count  = var.create ? 0 : 1
  name   = "${local.tried} ${local.either}"
  subnet = one(aws_vpc.not[*].name)
}

resource "aws_instance" "always" {
  name   = "${local.tried} ${local.either} ${local.chain} ${local.joined} ${local.sized} ${join(",", local.listed)}"
  subnet = element(aws_vpc.many[*].name, 4)
  eip    = one(aws_vpc.not[*].name) == null ? "none" : "some"
}

# for, splat, dynamic, count and for_each.

variable "unset" {}

variable "unset_list" {
  type = list(string)
}

locals {
  subnets = { a = { cidr = "10.0.0.0/24", public = true }, b = { cidr = "10.0.1.0/24", public = false } }
  nested  = [["x", "y"], ["z"]]
}

resource "aws_subnet" "each" { #= aws_subnet.each["a"] aws_subnet.each["b"]
  for_each   = local.subnets
  cidr_block = each.value.cidr #= "10.0.0.0/24" | "10.0.1.0/24"
  tags       = { Name = each.key } #= {Name = "a"} | {Name = "b"}
}

resource "aws_subnet" "two" { #= aws_subnet.two[0] aws_subnet.two[1]
  count      = 2
  cidr_block = cidrsubnet("10.0.0.0/16", 8, count.index) #= "10.0.0.0/24" | "10.0.1.0/24"
}

resource "aws_subnet" "none" {
  count = 0
}

resource "aws_subnet" "unset" { #= aws_subnet.unset[*]?
  count = var.unset
}

resource "aws_subnet" "listed" { #= aws_subnet.listed[*]?
  for_each = toset(var.unset_list)
  zone     = each.value #= ?
}

resource "aws_subnet" "mixed" { #= aws_subnet.mixed["a"] aws_subnet.mixed[*]?
  for_each = toset(["a", var.unset])
}

resource "aws_t" "for" {
  list       = [for s in local.subnets : s.cidr] #= ["10.0.0.0/24", "10.0.1.0/24"]
  filtered   = [for k, s in local.subnets : k if s.public] #= ["a"]
  object     = { for k, s in local.subnets : s.cidr => k } #= {10.0.0.0/24 = "a", 10.0.1.0/24 = "b"}
  grouped    = { for k, s in { a = 1, b = 1, c = 2 } : s => k... } #= {1 = ["a", "b"], 2 = ["c"]}
  indexed    = [for i, s in ["p", "q"] : "${i}${s}"] #= ["0p", "1q"]
  refs       = [for s in aws_subnet.each : s.id] #= [? <aws_subnet.each["a"].id>, ? <aws_subnet.each["b"].id>]
  by_key     = { for k, s in aws_subnet.each : k => s.id } #= {a = ? <aws_subnet.each["a"].id>, b = ? <aws_subnet.each["b"].id>}
  unknown    = [for s in var.unset_list : "x${s}"] #= ?
  undecided  = [for s in [aws_subnet.two[0], aws_subnet.two[1]] : s.id if s.cidr_block != var.unset] #= ?0..2 <aws_subnet.two[0].id?, aws_subnet.two[1].id?>
  flat       = flatten([for l in local.nested : [for x in l : upper(x)]]) #= ["X", "Y", "Z"]
  inner      = [for s in aws_subnet.two : [for t in aws_subnet.each : "${s.cidr_block}/${t.cidr_block}"][0]] #= ["10.0.0.0/24/10.0.0.0/24" <aws_subnet.each["a"].cidr_block, aws_subnet.two[0].cidr_block>, "10.0.1.0/24/10.0.0.0/24" <aws_subnet.each["a"].cidr_block, aws_subnet.two[1].cidr_block>]
}

resource "aws_t" "splat" {
  full       = aws_subnet.two[*].id #= [? <aws_subnet.two[0].id>, ? <aws_subnet.two[1].id>]
  attribute  = aws_subnet.two.*.cidr_block #= ["10.0.0.0/24" <aws_subnet.two[0].cidr_block>, "10.0.1.0/24" <aws_subnet.two[1].cidr_block>]
  values     = values(aws_subnet.each)[*].id #= [? <aws_subnet.each["a"].id>, ? <aws_subnet.each["b"].id>]
  none       = aws_subnet.none[*].id #= []
  unset      = aws_subnet.unset[*].id #= ? <aws_subnet.unset[*].id?>
  single     = aws_t.for[*].id #= [? <aws_t.for.id>]
  null       = null[*] #= []
  missing    = try(aws_subnet.none[0].id, aws_subnet.two[0].id) #= ? <aws_subnet.two[0].id>
  key        = aws_subnet.each["a"].id #= ? <aws_subnet.each["a"].id>
  attr_key   = aws_subnet.each.a.id #= ? <aws_subnet.each["a"].id>
  later      = aws_subnet.two[1].arn #= ? <aws_subnet.two[1].arn>
  unset_one  = aws_subnet.unset[0].id #= ? <aws_subnet.unset[*].id?>
  unset_each = aws_subnet.listed["x"].id #= ? <aws_subnet.listed[*].id?>
}

resource "aws_t" "dynamic" {
  dynamic "setting" { #= [{cidr = "10.0.0.0/24", name = "a"}, {cidr = "10.0.1.0/24", name = "b"}]
    for_each = local.subnets
    content {
      name = setting.key
      cidr = setting.value.cidr
    }
  }
  dynamic "rule" { #= [{port = 80, target = [{name = "x-80"}]}, {port = 443, target = [{name = "x-443"}]}]
    for_each = [80, 443]
    iterator = it
    content {
      port = it.value
      dynamic "target" {
        for_each = toset(["x"])
        content {
          name = "${target.key}-${it.value}"
        }
      }
    }
  }
  dynamic "open" { #= ? <aws_subnet.two[0].id?>
    for_each = var.unset_list
    content {
      subnet = aws_subnet.two[0].id
      name   = open.value
    }
  }
  plain { #= [{a = 1}]
    a = 1
  }
}

resource "aws_t" "choice" { #= aws_t.choice["a"] aws_t.choice["b"]?
  for_each = var.unset == "x" ? { a = 1, b = 2 } : { a = 1 }
  value    = each.value #= 1 | 2
}

resource "aws_t" "choice_merge" { #= aws_t.choice_merge["a"] aws_t.choice_merge["b"]?
  for_each = merge({ a = 1 }, var.unset == "x" ? { b = 2 } : {})
}

resource "aws_t" "choice_for" { #= aws_t.choice_for["a"]? aws_t.choice_for["b"]?
  for_each = { for k, v in(var.unset == "x" ? local.subnets : {}) : k => v.cidr }
  cidr     = each.value #= "10.0.0.0/24" | "10.0.1.0/24"
}

resource "aws_t" "choice_failing" { #= aws_t.choice_failing["a"]? aws_t.choice_failing["b"]?
  for_each = { for k, v in(var.unset == "x" ? local.subnets : {}) : k => v.missing }
  cidr     = each.value #= ? | ?
}

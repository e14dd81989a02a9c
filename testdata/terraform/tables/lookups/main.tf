# lookup and element take from each alternative of an undecided choice by itself.
provider "aws" {}

variable "env" {
  default = "dev"
}

variable "sizes" {
  type    = map(number)
  default = { small = 1 }
}

locals {
  made = {
    dev  = { multi_az = true, size = "small", subnets = { a = 1, b = 2 } }
    prod = { multi_az = true, size = "large", subnets = { b = 2, c = 3 }, extra = aws_t.x.id }
  }
  chosen = local.made[var.env]
  lists  = var.env == "prod" ? ["a", "b"] : ["a", "c", "d"]
  known  = { a = 1, id = aws_t.x.id, none = null }
}

resource "aws_t" "x" {
  same     = lookup(local.chosen, "multi_az", false)     #= true
  differs  = lookup(local.chosen, "size", "none")        #= ?
  absent   = lookup(local.chosen, "nothing", "none")     #= "none"
  in_one   = lookup(local.chosen, "extra", "none")       #= ? <aws_t.x.id?>
  required = lookup(local.chosen, "extra")               #= ? <aws_t.x.id>
  element  = element(local.lists, 0)                     #= "a"
  second   = element(local.lists, 1)                     #= ?
  wrapped  = element(local.lists, 6)                     #= "a"
  plain    = lookup(local.known, "a", 5)                 #= 1
  ref      = lookup(local.known, "id", "none")           #= ? <aws_t.x.id>
  null     = lookup(local.known, "none", "none")         #= null
  fallback = lookup(local.known, "other", "none")        #= "none"
  map      = lookup(var.sizes, "small", 5)               #= 1 <default>
  no_map   = lookup(var.sizes, "large", 5)               #= ?
  by_env   = lookup(local.known, var.env, "none")        #= ? <aws_t.x.id?>
  missing  = try(lookup(local.known, "other"), "tried")  #= "tried"
  number   = lookup({ "1" = "one" }, 1, "none")          #= "one"
  try_one  = try(lookup(local.chosen, "extra"), "tried") #= ? <aws_t.x.id?>
  coalesce = try(coalesce(local.known.other, "b"), "c")  #= "c"
  in_call  = can(lookup(local.known, local.known.other)) #= false
}

resource "aws_t" "each" { #= aws_t.each["a"]? aws_t.each["b"] aws_t.each["c"]?
  for_each = lookup(local.chosen, "subnets", {})
}

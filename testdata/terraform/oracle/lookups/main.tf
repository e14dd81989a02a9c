# What lookup and element take of what a default chooses.
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
    prod = { multi_az = true, size = "large", subnets = { b = 2, c = 3 } }
  }
  chosen = local.made[var.env]
  lists  = var.env == "prod" ? ["a", "b", "c"] : ["a", "c", "d"]
  known  = { a = 1, none = null }
}

resource "terraform_data" "taken" {
  input = {
    same     = lookup(local.chosen, "multi_az", false)
    differs  = lookup(local.chosen, "size", "none")
    absent   = lookup(local.chosen, "nothing", "none")
    element  = element(local.lists, 0)
    second   = element(local.lists, 1)
    wrapped  = element(local.lists, 7)
    plain    = lookup(local.known, "a", 5)
    fallback = lookup(local.known, "other", "none")
    map      = lookup(var.sizes, "small", 5)
    no_map   = lookup(var.sizes, "large", 5)
    missing  = try(lookup(local.known, "other"), "tried")
    number   = lookup({ "1" = "one" }, 1, "none")
    deep     = lookup(lookup(local.made, var.env, {}), "size", "none")
  }
}

resource "terraform_data" "each" {
  for_each = lookup(local.chosen, "subnets", {})
  input    = each.value
}

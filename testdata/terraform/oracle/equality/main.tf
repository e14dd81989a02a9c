# What equals what, and what conditions make of two types.
variable "list" {
  type    = list(number)
  default = [1, 2]
}

variable "map" {
  type    = map(string)
  default = { a = "1" }
}

variable "maybe" {
  type    = object({ on = optional(bool), name = optional(string) })
  default = {}
}

resource "terraform_data" "equal" {
  input = [
    1 == 1.0, "1" == 1, true == "true", null == null, "" == null, [] == [],
    [1, 2] == [1, 2], [1, 2] == [2, 1], { a = 1 } == { a = 1 }, { a = 1, b = 2 } == { b = 2, a = 1 }, { a = 1 } == { a = "1" },
    var.list == tolist([1, 2]), toset(["a", "b"]) == toset(["b", "a"]), var.map == tomap({ a = 1 }),
    length(var.list) != 2, var.maybe.on == null, var.maybe.on == true, var.maybe == null,
    [for x in var.list : x == 2], contains(var.list, 2), contains([for x in var.list : tostring(x)], "2"), "a" != "b", !(1 != 1),
    2 > 1, "2" > 1, 1.5 >= 1.5, -1 < 0
  ]
}

resource "terraform_data" "choices" {
  input = {
    numbers = true ? 1 : "a"
    texts   = false ? 1 : "a"
    empty   = var.maybe.on == null ? [] : [var.maybe.on]
    objects = true ? { a = 1 } : null
    maps    = length(var.map) > 0 ? var.map : {}
    nested  = var.list[0] == 1 ? (var.list[1] == 1 ? "x" : "y") : "z"
    nulls   = var.maybe.name != null ? var.maybe.name : "unnamed"
    tuple   = true ? [1, "a"] : [2, "b"]
    bools   = var.maybe.on == true ? "on" : "off"
    lazy    = length(var.list) > 5 ? var.list[5] : -1
  }
}

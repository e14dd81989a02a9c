# What becomes of lists, sets and maps of different types.
variable "strings" {
  type    = list(string)
  default = [1, "a", true, 1.50]
}

variable "nested" {
  type    = list(list(string))
  default = [[1, 2], ["a"], []]
}

variable "maps" {
  type    = list(map(string))
  default = [{ a = 1 }, { b = true, c = "x" }]
}

variable "any_list" {
  type    = list(any)
  default = [{ a = 1 }, { a = "x" }]
}

variable "any_map" {
  type    = map(any)
  default = { a = 1, b = "two", c = false }
}

locals {
  tuple   = [1, "a", true, null, [2], { b = 3 }]
  numbers = [1, "2", 3.0]
}

resource "terraform_data" "all" {
  input = {
    strings  = var.strings
    nested   = var.nested
    maps     = var.maps
    any_list = var.any_list
    any_map  = var.any_map
    tuple    = local.tuple
    tolist   = tolist([1, "a", true])
    toset    = toset(["b", 1, true, "1"])
    tomap    = tomap({ a = 1, b = "x", c = true })
    same     = tolist(local.numbers)
    concat   = concat([1], ["a"], [true], tolist(["z"]))
    flatten  = flatten([1, ["a", [true, [null]]], toset(["s"])])
    lists    = tolist([[1], ["a"]])
    objects  = tolist([{ a = 1, b = 2 }, { a = "x", b = "y" }])
    length   = [length(local.tuple), length("text"), length({ a = 1 })]
    for      = [for x in local.tuple : can(tostring(x)) ? tostring(x) : "other"]
    values   = values({ z = 1, a = "b", m = [1] })
    keys     = keys({ z = 1, a = "b", M = 2 })
    distinct = distinct([1, "1", 1, "a"])
    reverse  = reverse([1, "a", [2]])
    slice    = slice([1, "a", true, null], 1, 3)
    element  = [element([1, "a"], 3), element(local.tuple, 5).b]
    zip      = zipmap(["a", "b"], [1, "x"])
    contains = [contains([1, "a"], "1"), contains(["1"], 1), contains([true], "true"), contains([[1]], [1])]
    index    = index(["a", 1, true], "a")
    compact  = compact(["a", "", null, "b"])
    chunk    = chunklist([1, "a", true], 2)
    cond     = [true ? [1, 2] : ["a"], false ? [1] : ["a", "b"], true ? { a = 1 } : { a = "x" }]
    coalesce = [coalesce(null, 1, "a"), coalesce("", "b"), coalescelist([], ["c"], [1])]
    tostr    = [tostring(1.0), tostring(true), tostring(null), tonumber("1.50"), tobool("false")]
    matrix   = [for r in var.nested : [for c in r : upper(c)]]
    index0   = var.any_list[1].a
  }
}

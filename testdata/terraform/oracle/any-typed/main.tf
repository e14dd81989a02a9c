# any: in variables, lists and maps; what it is found to be, and what is passed on through modules.
variable "anything" {
  type    = any
  default = { list = [1, "a"], nested = { deep = [true, { k = null }] }, number = 1.0 }
}

variable "map_any" {
  type    = map(any)
  default = { a = { x = 1, y = ["1"] }, b = { x = 2, y = ["2", "3"] } }
}

variable "map_mixed" {
  type    = map(any)
  default = { a = 1, b = "x", c = true }
}

variable "list_any" {
  type    = list(any)
  default = [["a"], ["b", "c"]]
}

variable "list_mixed" {
  type    = list(any)
  default = ["x", 2, false]
}

variable "untyped" {
  default = { list = ["x"], flag = "true" }
}

variable "empty" {
  default = {}
}

variable "object" {
  type    = object({ free = any, list = list(any) })
  default = { free = ["a", 1], list = [1, "2"] }
}

module "passed" {
  source  = "./passed"
  config  = var.anything
  configs = { one = { size = 1, opts = {} }, two = { size = 2, opts = {} } }
  list    = [1, "two"]
}

resource "aws_instance" "each" {
  for_each = var.map_any
  x        = each.value.x
  y        = each.value.y[length(each.value.y) - 1]
  extra    = lookup(each.value, "z", "none")
}

resource "terraform_data" "read" {
  input = [
    var.anything, var.map_mixed, var.list_any, var.list_mixed, var.untyped, var.object, module.passed.all,
    var.anything.list[1], var.anything.nested.deep[1].k == null, lookup(var.anything, "gone", "d"), lookup(var.empty, "x", "y"),
    try(var.anything.none.none, "none"), [for k, v in var.anything : k], length(var.empty), keys(merge(var.empty, var.untyped)),
    var.untyped.flag ? "on" : "off", [for l in var.list_any : length(l)]
  ]
}

# Sets: of what types, in what order, as for_each of resources, modules and blocks.
variable "numbers" {
  type    = set(number)
  default = [10, 9, 100, "9"]
}

variable "texts" {
  type    = set(string)
  default = ["b", "B", "a", "é", "10", "9", "b"]
}

variable "objects" {
  type    = set(object({ port = number, proto = optional(string, "tcp") }))
  default = [{ port = 443 }, { port = 80, proto = "udp" }, { port = "443", proto = "tcp" }]
}

variable "bools" {
  type    = set(bool)
  default = [true, false, "true"]
}

resource "aws_iam_user" "text" {
  for_each = var.texts
  name     = each.value
  same     = each.key == each.value
}

resource "aws_iam_user" "number" {
  for_each = toset([for n in var.numbers : tostring(n)])
  name     = "u${each.key}"
  next     = each.value + 1
}

resource "aws_iam_user" "mixed" {
  for_each = toset([1, "a", true])
  name     = each.key
}

resource "aws_security_group" "this" {
  name = "sg"

  dynamic "ingress" {
    for_each = var.objects
    content {
      port  = ingress.value.port
      proto = ingress.key.proto
    }
  }
}

module "each" {
  source   = "./one"
  for_each = setunion(["x"], toset(["y"]), setintersection(var.texts, ["a", "q"]))
  name     = each.key
}

resource "terraform_data" "read" {
  input = {
    numbers   = [for n in var.numbers : n]
    texts     = [for t in var.texts : t]
    bools     = [for b in var.bools : b]
    ports     = [for o in var.objects : "${o.port}/${o.proto}"]
    list      = tolist(var.texts)
    sorted    = sort(var.texts)
    indexed   = { for i, t in tolist(var.numbers) : i => t }
    first     = tolist(var.texts)[0]
    length    = [length(var.numbers), length(var.texts), length(var.objects), length(toset([]))]
    contains  = [contains(var.numbers, 9), contains(var.texts, "c"), contains(var.objects, { port = 443, proto = "tcp" })]
    subtract  = setsubtract(var.texts, ["a", "b"])
    one       = one(toset(["only"]))
    joined    = join(",", var.texts)
    max       = max(var.numbers...)
    sum       = sum(var.numbers)
    modules   = [for m in module.each : m.name]
    element   = element(tolist(var.numbers), 4)
    distinct  = length(distinct([for o in var.objects : o.proto]))
    equal     = var.numbers == toset([9, 10, 100])
    concat    = concat(tolist(var.bools), [true])
    set_of    = toset([for t in var.texts : upper(t)])
    flattened = flatten([var.texts, [var.numbers]])
  }
}

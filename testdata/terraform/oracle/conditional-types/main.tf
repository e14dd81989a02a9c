# Both branches of a conditional have one type: numbers become texts, objects maps, tuples lists.
variable "on" {
  type    = bool
  default = true
}

variable "ports" {
  type    = list(string)
  default = ["80"]
}

variable "tags" {
  type    = map(string)
  default = { Team = "core" }
}

variable "limits" {
  type    = object({ cpu = number, memory = optional(number, 512) })
  default = { cpu = 1 }
}

locals {
  retention = var.on ? { days = 7, name = "short" } : {}
  rules     = var.on ? [{ port = 80, open = true }, { port = "443", open = false }] : []
  plain     = var.on ? { a = 1, b = 2 } : {}
  texts     = var.on ? [1, "a", true] : []
  nested    = var.on ? { a = { x = 1 }, b = { x = "2" } } : {}
}

resource "aws_instance" "this" {
  for_each = var.on ? { a = 1, b = "two" } : {}
  name     = each.key
  value    = each.value
}

resource "terraform_data" "chosen" {
  input = {
    retention = local.retention
    rules     = local.rules
    plain     = local.plain
    texts     = local.texts
    nested    = local.nested
    ports     = var.on ? [80, 443] : var.ports
    other     = var.on ? var.ports : [80, 443]
    tags      = var.on ? { Count = 1, Flag = true } : var.tags
    objects   = var.on ? { a = 1 } : { a = "x" }
    same      = var.on ? { a = 1, b = "x" } : { a = 2, b = "y" }
    limits    = var.on ? { cpu = "2", memory = 1024 } : var.limits
    lists     = [var.on ? [1, 2] : ["a"], var.on ? [1] : [2, 3], var.on ? [] : ["a"], var.on ? ["a"] : []]
    nulls     = [var.on ? { a = 1 } : null, var.on ? [1, "a"] : null, var.on ? null : 5, var.on ? 5 : null]
    scalars   = [var.on ? 1 : "a", var.on ? true : "no", var.on ? 5 : format("%s", "x"), var.on ? 1 : "${2}", var.on ? "1" : 2]
    chain     = var.on ? 1 : var.on ? "b" : "c"
    merged    = merge({ x = 1 }, var.on ? { y = 2, z = "3" } : {}, var.on ? {} : { w = 1 })
    concat    = concat([1], var.on ? [2, "b"] : [], var.on ? [] : [3])
    kind      = [for v in [local.retention, local.plain] : can(v.days) ? "days" : "none"]
    in_local  = local.retention.days
    in_list   = local.rules[0].port
    count     = length(local.rules) + length(keys(local.plain))
    compare   = [local.retention.days == "7", local.plain.a == 1, local.texts[0] == "1"]
    joined    = join(",", var.on ? [1, 2] : [])
    formatted = [for k, v in(var.on ? { a = 1.50, b = "x" } : {}) : "${k}=${v}"]
    default   = try(var.on ? { n = 1, m = "x" }.n : 0, 0)
  }
}

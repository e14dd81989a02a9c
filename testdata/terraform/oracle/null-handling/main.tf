# null in coalesce, merge, compact, lookups, attributes, blocks and conditions.
variable "maybe" {
  type    = string
  default = null
}

variable "tags" {
  type    = map(string)
  default = null
}

variable "options" {
  type    = object({ a = optional(string), b = optional(number), c = optional(list(string)) })
  default = {}
}

variable "partial" {
  type    = map(string)
  default = { set = "x", unset = null, empty = "" }
}

resource "aws_instance" "this" {
  name    = var.maybe
  size    = coalesce(var.maybe, var.options.a, "small")
  count_  = var.options.b == null ? 1 : var.options.b
  tags    = merge(var.tags, { Name = "n" })
  list    = coalesce(var.options.c, [])
  first   = try(var.options.c[0], "none")
  picked  = var.maybe != null ? { value = var.maybe } : null
  cleaned = { for k, v in var.partial : k => v if v != null && v != "" }
  filled  = { for k, v in var.partial : k => coalesce(v, "default") }
  nested  = { a = null, b = { c = null }, d = [null, "x"] }

  dynamic "block" {
    for_each = var.maybe == null ? [] : [var.maybe]
    content {
      v = block.value
    }
  }

  dynamic "other" {
    for_each = { for k, v in var.partial : k => v if v != null }
    content {
      key   = other.key
      value = other.value == "" ? null : other.value
    }
  }
}

resource "aws_instance" "each" {
  for_each = coalesce(var.tags, { a = "1" })
  name     = each.key
  maybe    = each.value == "1" ? null : each.value
}

resource "terraform_data" "read" {
  input = {
    equal    = [var.maybe == null, var.tags == null, try(length(var.tags), -1), var.options.b == 5]
    compact  = compact([var.maybe, "a", "", null])
    merged   = merge({ a = 1 }, var.tags, null, { b = null })
    coalesce = [coalesce(var.maybe, "b"), coalesce("", "c"), try(coalesce(null, ""), "all empty")]
    lookup   = [lookup(var.partial, "set", "d"), lookup(var.partial, "gone", "d"), lookup({ a = null }, "a", "d")]
    text     = var.maybe == null ? "null" : "[${var.maybe}]"
    defaults = [for o in [{ a = null }, { a = 1 }] : o.a == null ? 0 : o.a]
    keys     = keys(var.partial)
    bools    = [alltrue([true, null == null]), anytrue([false]), alltrue([]), anytrue([])]
    joined   = join(",", [for v in values(var.partial) : v if v != null])
    tostr    = [tostring(null), try(tonumber(null), 0), can(upper(null))]
    name     = aws_instance.this.size
    types    = [true ? null : "x", false ? 1 : null]
    blocks   = aws_instance.this.other[*].key
    flat     = flatten([["a", null], []])
    jsons    = jsonencode({ a = var.maybe, b = var.options })
  }
}

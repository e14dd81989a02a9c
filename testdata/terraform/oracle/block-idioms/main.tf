# The ways in which modules make blocks optional.
variable "enabled" {
  type    = bool
  default = true
}

variable "object" {
  type    = object({ name = string, rules = optional(list(map(string)), []) })
  default = { name = "o", rules = [{ a = 1 }, {}] }
}

variable "nothing" {
  type    = object({ name = string })
  default = null
}

variable "map" {
  type    = any
  default = { filter = { prefix = "p", tags = { a = "b" } }, expiration = { days = 30 } }
}

variable "list" {
  type    = any
  default = [{ id = "one", enabled = true, transition = [{ days = 30, class = "IA" }, { days = 90 }] }, { id = "two", enabled = false, noncurrent = { days = 5 } }]
}

variable "single" {
  type    = list(any)
  default = []
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  count = length(var.list) > 0 ? 1 : 0

  dynamic "rule" {
    for_each = var.list
    content {
      id     = try(rule.value.id, null)
      status = try(rule.value.enabled ? "Enabled" : "Disabled", tobool(rule.value.status) ? "Enabled" : "Disabled", title(lower(rule.value.status)))

      dynamic "transition" {
        for_each = try(flatten([rule.value.transition]), [])
        content {
          days  = try(transition.value.days, null)
          class = lookup(transition.value, "class", "GLACIER")
        }
      }

      dynamic "noncurrent" {
        for_each = length(keys(lookup(rule.value, "noncurrent", {}))) == 0 ? [] : [rule.value.noncurrent]
        content {
          days = noncurrent.value.days
        }
      }

      dynamic "filter" {
        for_each = length(try(flatten([rule.value.filter]), [])) == 0 ? [true] : []
        content {
        }
      }
    }
  }
}

resource "aws_lb" "this" {
  dynamic "by_bool" {
    for_each = var.enabled ? [1] : []
    content {
      on = by_bool.value == 1
    }
  }

  dynamic "by_object" {
    for_each = var.object == null ? [] : [var.object]
    content {
      name = by_object.value.name

      dynamic "rule" {
        for_each = by_object.value.rules
        content {
          a = lookup(rule.value, "a", "none")
        }
      }
    }
  }

  dynamic "by_null" {
    for_each = var.nothing != null ? { x = var.nothing } : {}
    content {
      name = by_null.value.name
    }
  }

  dynamic "by_splat" {
    for_each = var.nothing[*]
    content {
      name = by_splat.value.name
    }
  }

  dynamic "by_key" {
    for_each = can(var.map["filter"]) ? [var.map["filter"]] : []
    content {
      prefix = by_key.value.prefix
      tags   = try(by_key.value.tags, {})
    }
  }

  dynamic "by_try" {
    for_each = try([var.map.none], [])
    content {
      x = by_try.value
    }
  }

  dynamic "by_keys" {
    for_each = { for k, v in var.map : k => v if k != "filter" }
    content {
      name = by_keys.key
      days = by_keys.value.days
    }
  }

  dynamic "by_list" {
    for_each = var.single
    content {
      x = by_list.value
    }
  }

  dynamic "by_text" {
    for_each = toset(split(",", "b,a"))
    content {
      name = by_text.key
    }
  }

  dynamic "by_range" {
    for_each = range(2)
    content {
      index = by_range.value
    }
  }

  dynamic "by_lookup" {
    for_each = lookup(var.map, "expiration", null) == null ? [] : [lookup(var.map, "expiration")]
    content {
      days = by_lookup.value["days"] * 2
    }
  }

  dynamic "by_coalesce" {
    for_each = coalesce(var.single, [{ v = 1 }])
    content {
      v = by_coalesce.value.v
    }
  }
}

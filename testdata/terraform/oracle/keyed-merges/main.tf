# Settings merged by key, two levels deep and more, as roots do that have no deep merge.
variable "defaults" {
  type    = any
  default = { size = "small", options = { backup = true, days = 7 }, tags = { Team = "core" } }
}

variable "databases" {
  type = any
  default = {
    orders = { size = "large", options = { days = 30 } }
    users  = { tags = { Team = "id", Pii = "yes" }, options = { backup = false, extra = { x = 1 } } }
    logs   = {}
  }
}

locals {
  merged = {
    for k, v in var.databases : k => merge(var.defaults, v, {
      options = merge(var.defaults.options, lookup(v, "options", {}))
      tags    = merge(var.defaults.tags, try(v.tags, {}), { Name = k })
    })
  }
  by_keys = {
    for key in distinct(concat(keys(var.defaults), flatten([for v in values(var.databases) : keys(v)]))) :
    key => [for k, v in var.databases : lookup(v, key, null)]
  }
  deep   = { for k, v in local.merged : k => { for n, o in v : n => o if can(keys(o)) } }
  pairs  = merge({ a = 1 }, null, { b = 2 }, { a = 3 })
  spread = merge([{ x = 1 }, { y = 2 }, { x = 3 }]...)
  typed  = merge(tomap({ a = "1" }), tomap({ b = 2 }))
  mixed  = merge({ a = [1] }, { b = "text" }, { a = null })
  empty  = merge({}, {})
}

resource "aws_db_instance" "each" {
  for_each = local.merged
  size     = each.value.size
  days     = each.value.options.days
  backup   = each.value.options.backup
  extra    = lookup(each.value.options, "extra", "none")
  tags     = each.value.tags
}

resource "terraform_data" "read" {
  input = [local.by_keys["size"], local.deep.users, local.pairs, local.spread, local.typed, local.mixed, local.empty, [for d in aws_db_instance.each : d.tags.Team]]
}

# lookup in lookup, try in try, and maps of maps by keys that may be missing.
variable "env" {
  default = "qa"
}

variable "sizes" {
  type = map(map(string))
  default = {
    default = { type = "t3.small", count = "1" }
    prod    = { type = "m5.large", count = "3", disk = "100" }
    qa      = { count = "2" }
  }
}

variable "services" {
  default = {
    api  = { port = 8080, health = { path = "/ping", codes = [200, 204] }, regions = { eu = { weight = 10 } } }
    web  = { port = 80 }
    jobs = {}
  }
}

locals {
  env    = lookup(var.sizes, var.env, var.sizes["default"])
  type   = lookup(local.env, "type", lookup(var.sizes["default"], "type", "none"))
  health = { for k, s in var.services : k => lookup(lookup(s, "health", {}), "path", "/") }
  codes  = { for k, s in var.services : k => try(s.health.codes[1], s.health.codes[0], "none") }
  weight = { for k, s in var.services : k => try(tonumber(s.regions[var.env].weight), s.regions.eu.weight, 0) }
}

resource "aws_instance" "this" {
  count = lookup(local.env, "count", 1)
  type  = local.type
  disk  = lookup(local.env, "disk", null)
  size  = try(var.sizes[var.env]["disk"], var.sizes.default.disk, "20")
}

resource "aws_lb_target_group" "each" {
  for_each = { for k, s in var.services : k => s if can(s.port) }
  port     = each.value.port
  path     = local.health[each.key]
  matcher  = join(",", try(each.value.health.codes, [200]))
  weight   = local.weight[each.key]
  first    = try(each.value.health["codes"][0], null)
}

resource "terraform_data" "read" {
  input = {
    codes   = local.codes
    missing = [try(var.services["gone"], "no service"), can(var.services.jobs.port), lookup(var.services.jobs, "port", 0)]
    default = lookup({ a = 1, b = 2 }, "c", 3)
    typed   = lookup(tomap({ a = "x" }), "b", "y")
    object  = lookup({ a = 1, b = "x" }, "b", "y")
    nested  = try(try(var.services.web.health.path, var.services.api.health.path), "none")
    index   = [for k in ["api", "none"] : try(index(keys(var.services), k), -1)]
    matrix  = { for e in ["prod", "qa", "new"] : e => lookup(lookup(var.sizes, e, {}), "count", "0") }
    chosen  = (contains(keys(var.sizes), var.env) ? var.sizes[var.env] : var.sizes["default"])["count"]
  }
}

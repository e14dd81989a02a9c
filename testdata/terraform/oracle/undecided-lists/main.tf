# Lists of which a default decides the members: without that decision nothing may be said of how many there are.
variable "monitoring" {
  type = object({
    system  = optional(bool, true)
    storage = optional(bool, false)
    pods    = optional(bool, false)
  })
  default = {}
}

variable "zones" {
  default = ["a", "b", "c"]
}

variable "env" {
  default = "dev"
}

locals {
  components = compact([
    "ALWAYS",
    var.monitoring.system ? "SYSTEM" : null,
    var.monitoring.storage ? "STORAGE" : null,
    var.monitoring.pods ? "PODS" : "",
  ])
  wanted = [for z in var.zones : z if z != "b"]
  sizes  = { dev = ["small"], prod = ["large", "huge"] }
}

resource "aws_eks_cluster" "this" {
  components = local.components
  matched    = matchkeys(["x", "y", "z"], var.zones, ["a", "c"])
  met        = setintersection(var.zones, ["a", "q"])
  rest       = setsubtract(["a", "b", "q"], var.zones)
  wanted     = local.wanted
  united     = distinct(concat(local.wanted, local.components))
  flat       = flatten([local.components, [local.wanted]])
  sorted     = sort(local.components)
  tagged     = formatlist("t-%s", local.components)
  joined     = join(",", local.components)
  size       = local.sizes[var.env]
  either     = var.env == "dev" ? ["one"] : ["one", "two"]
  merged     = merge({ a = 1 }, var.env == "dev" ? { b = 2 } : {})
  any        = contains(local.components, "PODS")
  number     = length(local.components)
  first      = one([for c in local.components : c if c == "SYSTEM"])
  last       = element(local.components, -1 + length(local.components))
  keyed      = { for c in local.components : lower(c) => c }
  fallback   = coalescelist([for z in var.zones : z if z == "q"], ["none"])

  dynamic "logging" {
    for_each = local.components
    content {
      kind = logging.value
    }
  }
}

resource "aws_subnet" "each" {
  for_each = toset(local.components)
  name     = each.key
}

resource "aws_subnet" "counted" {
  count = length(local.wanted)
  name  = local.wanted[count.index]
}

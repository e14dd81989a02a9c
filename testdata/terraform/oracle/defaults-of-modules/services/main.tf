variable "defaults" {
  type = any
}

variable "services" {
  type = any
}

variable "overrides" {
  type    = map(map(number))
  default = {}
}

locals {
  services = {
    for name, s in var.services : name => merge(
      var.defaults,
      { for k, v in s : k => v if k != "env" },
      { env = merge(try(var.defaults.env, {}), try(s.env, {})) },
      lookup(var.overrides, name, {}),
      { name = name },
    )
  }
  scheduled = { for k, v in local.services : k => v.schedule if contains(keys(v), "schedule") }
  ports     = merge([for k, v in local.services : { for p in v.ports : "${k}:${p}" => p }]...)
}

module "service" {
  source   = "./service"
  for_each = local.services
  settings = each.value
}

resource "aws_cloudwatch_event_rule" "scheduled" {
  for_each = local.scheduled
  name     = each.key
  schedule = each.value
}

resource "aws_lb_listener" "each" {
  for_each = local.ports
  port     = each.value
}

output "names" {
  value = [for m in module.service : m.name]
}

output "total" {
  value = sum([for m in module.service : m.cpu])
}

output "ports" {
  value = sort([for p in values(local.ports) : format("%05d", p)])
}

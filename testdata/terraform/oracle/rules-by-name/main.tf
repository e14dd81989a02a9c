# Security group rules looked up by name and counted, as the widely used module does it.
variable "rules" {
  type = map(list(any))
  default = {
    http-80   = [80, 80, "tcp", "HTTP"]
    https-443 = [443, 443, "tcp", "HTTPS"]
    all-all   = [-1, -1, "-1", "All"]
    _         = ["", "", ""]
  }
}

variable "ingress_rules" {
  type    = list(string)
  default = ["http-80", "https-443"]
}

variable "ingress_cidrs" {
  type    = list(string)
  default = ["10.0.0.0/8", "192.168.0.0/16"]
}

variable "custom" {
  type    = list(map(string))
  default = [{ from_port = 8080, to_port = 8090, protocol = 6, description = "custom" }, { rule = "http-80", cidr_blocks = "0.0.0.0/0,1.1.1.1/32" }, { port = 22 }]
}

variable "computed" {
  type    = list(map(string))
  default = []
}

variable "number_of_computed" {
  type    = number
  default = 0
}

variable "ports" {
  type = list(object({ from = number, to = optional(number), cidrs = optional(list(string), []), groups = optional(set(string), []) }))
  default = [
    { from = 80, cidrs = ["a", "b"] },
    { from = 443, to = 444, groups = ["z", "y"] },
  ]
}

locals {
  create = var.ingress_rules != [] && length(var.ingress_rules) > 0
  expanded = flatten([
    for r in var.ports : concat(
      [for c in r.cidrs : { key = "${r.from}-${c}", from = r.from, to = r.to, cidr = c, group = null }],
      [for g in r.groups : { key = "${r.from}-${g}", from = r.from, to = r.to, cidr = null, group = g }],
    )
  ])
}

resource "aws_security_group_rule" "named" {
  count       = local.create ? length(var.ingress_rules) : 0
  cidr_blocks = var.ingress_cidrs
  description = var.rules[var.ingress_rules[count.index]][3]
  from_port   = var.rules[var.ingress_rules[count.index]][0]
  to_port     = var.rules[var.ingress_rules[count.index]][1]
  protocol    = var.rules[var.ingress_rules[count.index]][2]
}

resource "aws_security_group_rule" "custom" {
  count       = length(var.custom)
  cidr_blocks = compact(split(",", lookup(var.custom[count.index], "cidr_blocks", join(",", var.ingress_cidrs))))
  description = lookup(var.custom[count.index], "description", "Ingress Rule")
  from_port   = lookup(var.custom[count.index], "from_port", var.rules[lookup(var.custom[count.index], "rule", "_")][0])
  to_port     = lookup(var.custom[count.index], "to_port", lookup(var.custom[count.index], "port", var.rules[lookup(var.custom[count.index], "rule", "_")][1]))
  protocol    = lookup(var.custom[count.index], "protocol", var.rules[lookup(var.custom[count.index], "rule", "_")][2])
}

resource "aws_security_group_rule" "computed" {
  count     = var.number_of_computed
  from_port = lookup(var.computed[count.index], "from_port", 0)
}

resource "aws_vpc_security_group_ingress_rule" "each" {
  for_each  = { for r in local.expanded : r.key => r }
  from_port = each.value.from
  to_port   = coalesce(each.value.to, each.value.from)
  cidr      = each.value.cidr
  group     = each.value.group == null ? null : upper(each.value.group)
}

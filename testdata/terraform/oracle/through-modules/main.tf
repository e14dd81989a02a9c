# Values that go through modules of modules and come back changed: objects, nulls, lists of modules, module for_each by output.
module "base" {
  source = "./base"
  settings = {
    alpha = { size = 1, tags = { x = "1" } }
    beta  = { size = "2", extra = [{ port = 1 }, { port = 2, open = true }] }
  }
}

module "derived" {
  source   = "./base"
  for_each = module.base.all
  prefix   = "${each.key}-"
  settings = { (each.key) = { size = each.value.size * 10, tags = each.value.tags } }
}

module "counted" {
  source   = "./base"
  count    = 2
  prefix   = count.index == 0 ? null : "n${count.index}-"
  settings = { for k in slice(["a", "b", "c"], 0, count.index + 1) : k => {} }
}

locals {
  all = merge(module.base.all, [for k, m in module.derived : { for n, v in m.all : "${k}/${n}" => v }]...)
}

resource "aws_sns_topic" "all" {
  for_each     = { for k, v in local.all : k => v if v.size > 1 }
  name         = each.value.name
  display_name = join(",", [for k, v in each.value.tags : "${k}=${v}"])
}

resource "terraform_data" "reads" {
  input = {
    names   = sort([for t in aws_sns_topic.all : t.name])
    counted = module.counted[*].names
    ports   = { for k, v in module.base.all : k => [for e in v.extra : e.port if e.open] }
    derived = { for k, m in module.derived : k => m.all[k].name }
    first   = one([for m in module.counted : m.names[0] if length(m.names) == 1])
    whole   = module.counted[1].all["b"]
    prefix  = module.base.prefix
  }
}

# Modules in modules, with count and for_each on every level, whose outputs are whole resources.
variable "regions" {
  type = map(object({
    cells = number
    color = optional(string, "green")
  }))
  default = { eu = { cells = 2 }, us = { cells = 1, color = "blue" }, ap = { cells = 0 } }
}

module "region" {
  source   = "./region"
  for_each = var.regions
  name     = each.key
  settings = each.value
}

module "maybe" {
  source   = "./region/cell"
  count    = length(module.region) > 2 ? 1 : 0
  name     = "extra-${count.index}"
  replicas = 1
}

resource "aws_route53_record" "all" {
  for_each = merge([for r, m in module.region : { for i, c in m.cells : "${r}${i}" => c }]...)
  name     = each.value.name
  records  = [for q in each.value.queues : q.name]
}

resource "terraform_data" "read" {
  input = {
    colors = { for k, m in module.region : k => m.color }
    first  = module.region["eu"].cells[0].queues[1].name
    counts = [for m in values(module.region) : length(m.cells)]
    maybe  = one(module.maybe[*].name)
    names  = flatten(values(module.region)[*].cells[*].name)
    topics = { for k, t in module.region["us"].topics : k => t.name }
    keys   = keys(module.region)
    tried  = try(module.region["eu"].cells[5].name, "none")
  }
}

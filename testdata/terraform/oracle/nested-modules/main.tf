# Modules two deep, outputs on the way back, count and for_each of calls.
provider "aws" {
  region = "eu-west-1"
}

module "network" {
  source = "./network"
  cidr   = "10.20.0.0/16"
  tiers  = ["public", "private"]
}

module "site" {
  source   = "./site"
  for_each = { shop = 2, blog = 1 }

  name    = each.key
  size    = each.value
  subnets = module.network.subnet_ids["private"]
  cidrs   = module.network.cidrs
}

module "spare" {
  source = "./site"
  count  = length(module.network.cidrs) > 3 ? 1 : 0

  name    = "spare-${count.index}"
  size    = 0
  subnets = []
  cidrs   = {}
}

resource "aws_ssm_parameter" "sizes" {
  name  = "/sizes"
  value = jsonencode({ for k, m in module.site : k => m.sizes })
  tags  = merge(module.site["shop"].tags, { spare = length(module.spare) })
}

resource "aws_ssm_parameter" "first" {
  name  = "first"
  value = module.spare[0].tags.Name
}

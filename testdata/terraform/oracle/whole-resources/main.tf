# Whole resources and data sources handed about: chained for_each, outputs of resources, objects of resources.
resource "aws_vpc" "these" {
  for_each   = { a = "10.0.0.0/16", b = "10.1.0.0/16" }
  cidr_block = each.value
  tags       = { Name = each.key }
}

resource "aws_internet_gateway" "chained" {
  for_each = aws_vpc.these
  name     = "${each.value.tags.Name}-igw"
  cidr     = each.value.cidr_block
}

resource "aws_subnet" "filtered" {
  for_each = { for k, v in aws_vpc.these : k => v if v.tags.Name != "b" }
  cidr     = cidrsubnet(each.value.cidr_block, 8, 0)
}

resource "aws_subnet" "listed" {
  count = 2
  cidr  = "10.${count.index}.1.0/24"
  tags  = { Tier = ["web", "app"][count.index] }
}

module "uses" {
  source  = "./uses"
  vpc     = aws_vpc.these["a"]
  vpcs    = aws_vpc.these
  subnets = aws_subnet.listed
  map     = { for s in aws_subnet.listed : s.tags.Tier => s }
}

locals {
  first   = aws_vpc.these["a"]
  objects = { vpc = aws_vpc.these["b"], subnet = aws_subnet.listed[1] }
  cidrs   = { for k, v in { for k2, v2 in aws_vpc.these : upper(k2) => v2 } : k => v.cidr_block }
}

resource "terraform_data" "read" {
  input = {
    first    = local.first.tags["Name"]
    object   = local.objects.subnet.tags.Tier
    cidrs    = local.cidrs
    module   = module.uses.read
    back     = module.uses.vpc.cidr_block
    back_all = { for k, v in module.uses.vpcs : k => v.tags.Name }
    keys     = keys(aws_internet_gateway.chained)
    merged   = merge(aws_vpc.these, {})["b"].cidr_block
    values   = [for v in values(aws_vpc.these) : v.cidr_block]
    concat   = concat(aws_subnet.listed, [])[0].cidr
    lookup   = lookup(aws_vpc.these, "a", null).cidr_block
    try      = try(aws_vpc.these["z"].cidr_block, local.objects["vpc"].cidr_block)
    contains = contains(keys(aws_vpc.these), "z")
    indexed  = { for i, s in aws_subnet.listed : i => s.cidr }
    element  = element(aws_subnet.listed, 3).cidr
    length   = [length(aws_vpc.these), length(aws_subnet.listed)]
    picked   = [for k in ["b", "a"] : aws_vpc.these[k].cidr_block]
  }
}

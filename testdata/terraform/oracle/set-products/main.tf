# Keys made of products and flattened lists, as network and permission roots make them.
variable "accounts" {
  type    = list(string)
  default = ["dev", "prod"]
}

variable "subnets" {
  default = {
    public  = { newbits = 4, zones = ["a", "b"] }
    private = { newbits = 4, zones = ["a", "b", "c"] }
    intra   = { newbits = 8, zones = [] }
  }
}

locals {
  pairs = setproduct(var.accounts, ["read", "write"])
  named = { for p in local.pairs : join("-", p) => { account = p[0], access = p[1] } }
  flat = flatten([
    for tier, s in var.subnets : [
      for i, z in s.zones : { key = "${tier}-${z}", tier = tier, zone = z, index = i, newbits = s.newbits }
    ]
  ])
  offsets = { for i, s in local.flat : s.key => i }
  triple  = setproduct(["x"], [1, 2], [true, false])
  none    = setproduct(var.accounts, [])
  of_sets = setproduct(toset(["b", "a"]), toset(["y", "x"]))
}

resource "aws_ssoadmin_account_assignment" "all" {
  for_each = local.named
  target   = each.value.account
  access   = upper(each.value.access)
}

resource "aws_subnet" "all" {
  for_each          = { for s in local.flat : s.key => s }
  availability_zone = "eu-west-1${each.value.zone}"
  cidr_block        = cidrsubnet("10.0.0.0/16", each.value.newbits, local.offsets[each.key])
  tags              = { Tier = title(each.value.tier), Index = each.value.index, Public = each.value.tier == "public" }
}

resource "aws_ec2_transit_gateway_route" "peers" {
  for_each = { for pair in setproduct(keys(var.subnets), keys(var.subnets)) : "${pair[0]}>${pair[1]}" => pair if pair[0] != pair[1] }
  name     = each.value[0]
  to       = each.value[1]
}

resource "terraform_data" "read" {
  input = {
    triple  = [for t in local.triple : "${t[0]}${t[1]}${t[2]}"]
    none    = length(local.none)
    sets    = [for s in local.of_sets : "${s[0]}${s[1]}"]
    by_tier = { for tier, s in { for s in local.flat : s.tier => s.zone... } : tier => sort(s) }
    cidrs   = [for k in sort([for s in aws_subnet.all : s.cidr_block]) : k]
    public  = [for k, s in aws_subnet.all : k if s.tags.Public]
  }
}

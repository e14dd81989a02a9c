# Zones by name from a data source: symbols to us, but their number and all else must be right.
provider "aws" {
  region = "eu-west-1"
}

data "aws_availability_zones" "available" {
  state = "available"
}

locals {
  azs     = slice(data.aws_availability_zones.available.names, 0, 2)
  subnets = { for i, az in local.azs : i => { az = az, cidr = cidrsubnet("10.0.0.0/16", 4, i) } }
}

resource "aws_subnet" "public" {
  count             = length(data.aws_availability_zones.available.names)
  availability_zone = data.aws_availability_zones.available.names[count.index]
  cidr_block        = cidrsubnet("10.1.0.0/16", 8, count.index)
  tags              = { Index = count.index }
}

resource "aws_subnet" "private" {
  for_each             = local.subnets
  availability_zone    = length(regexall("^[a-z]{2}-", each.value.az)) > 0 ? each.value.az : null
  availability_zone_id = length(regexall("^[a-z]{2}-", each.value.az)) == 0 ? each.value.az : null
  cidr_block           = each.value.cidr
}

resource "aws_db_subnet_group" "all" {
  name       = "all"
  subnet_ids = [for s in aws_subnet.private : s.id]
  tags       = { n = length(aws_subnet.private), m = length(distinct(local.azs)), rest = length(aws_subnet.public) - length(local.azs) }
}

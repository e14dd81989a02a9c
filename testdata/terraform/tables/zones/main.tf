# Zones and regions are symbols: known strings of the right shape that are compared with nothing but each other.

provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "unknown"
  region = var.region
}

variable "region" {
  default = "eu-west-1"
}

data "aws_availability_zones" "known" {
  exclude_names = ["us-east-1c"]
}

data "aws_availability_zones" "unknown" {
  provider = aws.unknown
}

data "aws_region" "known" {}

data "aws_region" "null" {
  region = null
}

data "aws_region" "unknown" {
  provider = aws.unknown
}

locals {
  azs   = slice(data.aws_availability_zones.known.names, 0, 2)
  other = data.aws_availability_zones.unknown.names
  by_az = { for i, az in local.azs : az => i }
}

resource "aws_subnet" "each" { #= aws_subnet.each["us-east-1a"] aws_subnet.each["us-east-1b"]
  for_each          = toset(local.azs)
  availability_zone = each.key #= "us-east-1a" <data.aws_availability_zones.known.names[0], ~data.aws_availability_zones.known> | "us-east-1b" <data.aws_availability_zones.known.names[1], ~data.aws_availability_zones.known>
  letter            = substr(each.value, -1, 1) #= "a" <data.aws_availability_zones.known.names[0], ~data.aws_availability_zones.known> | "b" <data.aws_availability_zones.known.names[1], ~data.aws_availability_zones.known>
}

resource "aws_subnet" "count" { #= aws_subnet.count[0] aws_subnet.count[1] aws_subnet.count[2]
  count             = length(data.aws_availability_zones.unknown.names)
  availability_zone = data.aws_availability_zones.unknown.names[count.index] #= "xx-zone-1a" <data.aws_availability_zones.unknown.names[0], ~data.aws_availability_zones.unknown> | "xx-zone-1b" <data.aws_availability_zones.unknown.names[1], ~data.aws_availability_zones.unknown> | "xx-zone-1c" <data.aws_availability_zones.unknown.names[2], ~data.aws_availability_zones.unknown>
}

resource "aws_t" "tests" {
  literal    = local.azs[0] == "us-east-1a" #= ? <data.aws_availability_zones.known.names[0]>
  same       = local.azs[0] == local.azs[1] #= false <data.aws_availability_zones.known.names[0], data.aws_availability_zones.known.names[1]>
  itself     = local.azs[0] == data.aws_availability_zones.known.names[0] #= true <data.aws_availability_zones.known.names[0]>
  others     = local.azs[0] == local.other[0] #= ? <data.aws_availability_zones.known.names[0], data.aws_availability_zones.unknown.names[0]>
  contains   = contains(local.azs, "us-east-1a") #= ? <data.aws_availability_zones.known.names[0], data.aws_availability_zones.known.names[1], ~data.aws_availability_zones.known>
  inside     = contains(local.azs, local.azs[1]) #= true <data.aws_availability_zones.known.names[0], data.aws_availability_zones.known.names[1], ~data.aws_availability_zones.known>
  shape      = length(regexall("^[a-z]{2}-", local.azs[0])) > 0 ? local.azs[0] : null #= "us-east-1a" <data.aws_availability_zones.known.names[0], ~data.aws_availability_zones.known>
  count      = 1
  index      = local.by_az[local.azs[1]] #= 1 <~data.aws_availability_zones.known>
  literally  = local.by_az["us-east-1a"] #= ? <~data.aws_availability_zones.known>
  foreign    = local.by_az[local.other[0]] #= ? <~data.aws_availability_zones.known>
  wraps      = element(local.azs, 3) #= "us-east-1b" <data.aws_availability_zones.known.names[1], ~data.aws_availability_zones.known>
  made       = "${data.aws_region.unknown.name}a" #= "xx-zone-1a" <data.aws_region.unknown.name, ~data.aws_region.unknown>
  region     = data.aws_region.known.name #= "us-east-1" <data.aws_region.known.name>
  provider_s = data.aws_region.null.name #= "us-east-1" <data.aws_region.null.name>
  zone_id    = data.aws_availability_zones.known.zone_ids[0] #= "use1-az1" <data.aws_availability_zones.known.zone_ids[0], ~data.aws_availability_zones.known>
  how_many   = length(data.aws_availability_zones.known.names) #= 5
  if_region  = data.aws_region.unknown.name == "us-east-1" ? 1 : 2 #= ?
}

# What is not all zones of the region is not known.

data "aws_availability_zones" "filtered" {
  filter {
    name   = "zone-id"
    values = ["use1-az1"]
  }
}

data "aws_availability_zones" "opted" {
  exclude_zone_ids = ["use1-az3"]
  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

resource "aws_t" "filters" {
  filtered = data.aws_availability_zones.filtered.names #= ? <data.aws_availability_zones.filtered.names>
  opted    = length(data.aws_availability_zones.opted.names) #= 5
}

# Zones that are asked for by name.

data "aws_availability_zones" "named" {
  filter {
    name   = "zone-name"
    values = ["eu-west-1b", "eu-west-1a"]
  }
}

data "aws_availability_zones" "matched" {
  filter {
    name   = "zone-name"
    values = ["eu-west-1*"]
  }
}

data "aws_availability_zones" "usual" {
  filter {
    name   = "zone-type"
    values = ["availability-zone"]
  }
}

data "aws_availability_zones" "local" {
  filter {
    name   = "zone-type"
    values = ["local-zone"]
  }
}

data "aws_availability_zone" "a" {
  name = "eu-west-1a"
}

data "aws_availability_zone" "second" {
  name = data.aws_availability_zones.usual.names[1]
}

data "aws_availability_zone" "of_region" {
  state = "available"
}

data "aws_availability_zone" "los_angeles" {
  name = "us-west-2-lax-1a"
}

resource "aws_t" "zones" {
  named   = data.aws_availability_zones.named.names #= ["eu-west-1a" <data.aws_availability_zones.named.names[0]>, "eu-west-1b" <data.aws_availability_zones.named.names[1]>]
  ids     = data.aws_availability_zones.named.zone_ids #= ? <data.aws_availability_zones.named.zone_ids>
  matched = data.aws_availability_zones.matched.names #= ? <data.aws_availability_zones.matched.names>
  usual   = data.aws_availability_zones.usual.names[0] #= "eu-west-1a" <data.aws_availability_zones.usual.names[0], ~data.aws_availability_zones.usual>
  local   = data.aws_availability_zones.local.names #= ? <data.aws_availability_zones.local.names>
  name    = data.aws_availability_zone.a.name #= "eu-west-1a" <data.aws_availability_zone.a.name>
  suffix  = data.aws_availability_zone.a.name_suffix #= "a" <data.aws_availability_zone.a.name_suffix>
  region  = data.aws_availability_zone.a.region #= "eu-west-1" <data.aws_availability_zone.a.region>
  id      = data.aws_availability_zone.a.zone_id #= ? <data.aws_availability_zone.a.zone_id>
  symbol  = data.aws_availability_zone.second.name_suffix #= "b" <data.aws_availability_zone.second.name_suffix, data.aws_availability_zones.usual.names[1], ~data.aws_availability_zones.usual>
  letters = data.aws_availability_zone.second.name_suffix == data.aws_availability_zone.a.name_suffix #= ? <data.aws_availability_zone.a.name_suffix, data.aws_availability_zone.second.name_suffix, data.aws_availability_zones.usual.names[1]>
  state   = data.aws_availability_zone.of_region.name_suffix #= ? <data.aws_availability_zone.of_region.name_suffix>
  lax     = data.aws_availability_zone.los_angeles.name_suffix #= ? <data.aws_availability_zone.los_angeles.name_suffix>
}

data "aws_subnet" "asked" {
  vpc_id            = var.region
  availability_zone = "eu-west-1a" #= "eu-west-1a"
}

data "aws_subnet" "filtered" {
  filter {
    name   = "availability-zone"
    values = ["eu-west-1b"]
  }
}

data "aws_subnet" "either" {
  filter {
    name   = "availability-zone"
    values = ["eu-west-1a", "eu-west-1b"]
  }
}

data "aws_subnet" "matched" {
  filter {
    name   = "availabilityZone"
    values = ["eu-west-1*"]
  }
}

resource "aws_t" "subnets" {
  asked    = data.aws_subnet.asked.availability_zone #= "eu-west-1a" <data.aws_subnet.asked.availability_zone>
  filtered = data.aws_subnet.filtered.availability_zone #= "eu-west-1b" <data.aws_subnet.filtered.availability_zone>
  either   = data.aws_subnet.either.availability_zone #= ? <data.aws_subnet.either.availability_zone>
  matched  = data.aws_subnet.matched.availability_zone #= ? <data.aws_subnet.matched.availability_zone>
}

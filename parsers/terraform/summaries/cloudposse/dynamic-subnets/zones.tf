# The zone's part of names: "euw1a" for eu-west-1a, unless the full name is wanted. There are others for Local Zones and
# for the style "fixed", which are not told here.
locals {
  directions = {
    north     = "n"
    northeast = "ne"
    east      = "e"
    southeast = "se"
    south     = "s"
    southwest = "sw"
    west      = "w"
    northwest = "nw"
    central   = "c"
  }
  regions = [
    "af-south-1",
    "ap-east-1", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4",
    "ca-central-1", "ca-west-1", "cn-north-1", "cn-northwest-1",
    "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3",
    "il-central-1", "me-central-1", "me-south-1", "sa-east-1",
    "us-east-1", "us-east-2", "us-west-1", "us-west-2", "us-gov-east-1", "us-gov-west-1",
  ]
  short = merge([for r in local.regions : {
    for z in ["a", "b", "c", "d", "e", "f"] : "${r}${z}" =>
    join("", [for part in split("-", replace(r, "-gov-", "g-")) : lookup(local.directions, part, part)], [z])
  }]...)
  abbreviations = var.availability_zone_attribute_style == "short" ? local.short : { for z in keys(local.short) : z => z if var.availability_zone_attribute_style == "full" }
}

variable "availability_zone_attribute_style" {
  type    = string
  default = "short"
}

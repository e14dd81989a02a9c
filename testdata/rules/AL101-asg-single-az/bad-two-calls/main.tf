# Two groups of one module are not one fleet: each lies in one zone.
provider "aws" {}

resource "aws_subnet" "each" {
  for_each          = toset(["eu-west-1a", "eu-west-1b"])
  vpc_id            = "vpc-1"
  availability_zone = each.key
}

module "web" {
  source  = "./group"
  subnets = [aws_subnet.each["eu-west-1a"].id]
}

module "batch" {
  source  = "./group"
  subnets = [aws_subnet.each["eu-west-1b"].id]
}

# One call for each zone makes one fleet.
module "spread" {
  source   = "./spread"
  for_each = aws_subnet.each
  subnet   = each.value.id
}

# Five in a region are what an account may have; the provider's alias or the resource tells the region.
resource "aws_eip" "here" {
  count = 5
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

resource "aws_eip" "west" {
  provider = aws.west
  count    = 3
}

resource "aws_eip" "north" {
  region = "eu-north-1"
  count  = 3
}

# Pools of one's own have no quota.
resource "aws_eip" "brought" {
  count            = 3
  public_ipv4_pool = "ipv4pool-ec2-012345"
}

resource "aws_eip" "planned" {
  count        = 3
  ipam_pool_id = "ipam-pool-1"
}

resource "aws_eip" "outpost" {
  count                    = 3
  customer_owned_ipv4_pool = "ipv4pool-coip-1"
}

# Turned off.
resource "aws_eip" "off" {
  count = 0
}

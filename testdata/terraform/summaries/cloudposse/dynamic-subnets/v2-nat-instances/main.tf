module "subnets" {
  source  = "cloudposse/dynamic-subnets/aws"
  version = "2.4.2"

  name                    = "cheap"
  vpc_id                  = aws_vpc.main.id
  igw_id                  = [aws_internet_gateway.main.id]
  ipv4_cidr_block         = [aws_vpc.main.cidr_block]
  availability_zones      = ["ap-southeast-2a", "ap-southeast-2b"]
  nat_instance_enabled    = true
  public_route_table_ids  = [aws_route_table.shared.id]
  ipv6_enabled            = true
  ipv6_egress_only_igw_id = ["eigw-0123456789abcdef0"]
  ipv6_cidr_block         = ["2600:1f18::/56"]
  subnet_type_tag_key     = "example.com/type"

  public_subnets_additional_tags = { "kubernetes.io/role/elb" = "1" }
}

module "given_addresses" {
  source  = "cloudposse/dynamic-subnets/aws"
  version = "2.4.2"

  name                       = "given"
  vpc_id                     = aws_vpc.main.id
  igw_id                     = [aws_internet_gateway.main.id]
  ipv4_cidr_block            = [aws_vpc.main.cidr_block]
  availability_zones         = ["ap-southeast-2a", "ap-southeast-2b"]
  nat_elastic_ips            = ["203.0.113.1", "203.0.113.2"]
  subnets_per_az_count       = 2
  subnets_per_az_names       = ["app", "data"]
  public_dns64_nat64_enabled = true
  ipv6_enabled               = true
  ipv6_cidr_block            = ["2600:1f18::/56"]
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table" "shared" {
  vpc_id = aws_vpc.main.id
}

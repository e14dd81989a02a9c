# Everything that is rarely asked for: zone IDs, names, several route tables, an Outpost, addresses of one's own.

module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "6.6.0"

  name   = "special"
  region = "us-west-2"
  cidr   = "10.0.0.0/16"
  azs    = ["usw2-az1", "usw2-az2", "usw2-az3"]

  secondary_cidr_blocks = ["10.1.0.0/16", "10.2.0.0/16"]

  public_subnets                      = ["10.0.0.0/24", "10.0.1.0/24"]
  public_subnet_names                 = ["edge-a", "edge-b"]
  map_public_ip_on_launch             = true
  create_multiple_public_route_tables = true

  private_subnets = ["10.0.10.0/24", "10.0.11.0/24", "10.0.12.0/24"]

  intra_subnets                      = ["10.1.0.0/24", "10.1.1.0/24"]
  intra_subnet_suffix                = "closed"
  create_multiple_intra_route_tables = true

  outpost_subnets = ["10.2.0.0/24"]
  outpost_arn     = "arn:aws:outposts:us-west-2:123456789012:outpost/op-0123456789abcdef0"
  outpost_az      = "us-west-2a"

  enable_nat_gateway  = true
  reuse_nat_ips       = true
  external_nat_ip_ids = aws_eip.nat[*].id
  external_nat_ips    = aws_eip.nat[*].public_ip

  enable_vpn_gateway                 = true
  propagate_private_route_tables_vgw = true

  manage_default_security_group  = true
  default_security_group_ingress = [{ self = true, protocol = "tcp", from_port = 443, to_port = 443 }]
  default_security_group_egress  = [{ cidr_blocks = "0.0.0.0/0,10.0.0.0/8" }]

  default_route_table_routes = [{ cidr_block = "192.168.0.0/16", transit_gateway_id = "tgw-0123456789abcdef0" }]

  manage_default_vpc = true

  public_subnet_tags_per_az = {
    "usw2-az1" = { Face = "north" }
  }
}

module "flow_log" {
  source  = "terraform-aws-modules/vpc/aws//modules/flow-log"
  version = "6.6.0"

  name   = "all-traffic"
  vpc_id = module.vpc.vpc_id
}

resource "aws_eip" "nat" {
  count = 3
}

output "addresses" {
  value = module.vpc.nat_public_ips
}

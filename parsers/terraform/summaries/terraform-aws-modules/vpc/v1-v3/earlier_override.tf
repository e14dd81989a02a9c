# Until v3 public subnets were counted neither among those that decide the number of NAT gateways, nor by their IPv6
# prefixes, and private route tables stood whether there were private subnets or not.
locals {
  absent = ""

  public_subnets      = length(var.public_subnets)
  private_subnets     = length(var.private_subnets)
  database_subnets    = length(var.database_subnets)
  elasticache_subnets = length(var.elasticache_subnets)
  redshift_subnets    = length(var.redshift_subnets)
  intra_subnets       = length(var.intra_subnets)
  outpost_subnets     = length(var.outpost_subnets)

  most_subnets = max(local.private_subnets, local.database_subnets, local.elasticache_subnets, local.redshift_subnets)
  any_private  = min(1, local.most_subnets)

  default_security_group_name = coalesce(var.default_security_group_name, var.name)
  default_route_table_name    = coalesce(var.default_route_table_name, var.name)
}

resource "aws_route_table_association" "public" {
  route_table_id = aws_route_table.public[0].id
}

variable "cidr" {
  default = "0.0.0.0/0"
}

variable "enable_dns_hostnames" {
  default = false
}

# Until v3 public subnets gave out public addresses by default.
variable "map_public_ip_on_launch" {
  default = true
}

variable "manage_default_security_group" {
  default = false
}

variable "manage_default_route_table" {
  default = false
}

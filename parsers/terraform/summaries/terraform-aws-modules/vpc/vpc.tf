# Counts are made by arithmetic (min, max and products of lengths) and not by comparisons: a list that rests on the
# default of a caller's variable decides how many subnets there are, but decides no test.
locals {
  create_vpc = var.create_vpc && var.putin_khuylo
  absent     = null # what outputs give for things that are not created

  # By way of the secondary ranges, so that subnets wait for them.
  vpc_id = element(concat(aws_vpc_ipv4_cidr_block_association.this[*].vpc_id, aws_vpc.this[*].id, [""]), 0)

  public_subnets      = max(length(var.public_subnets), length(var.public_subnet_ipv6_prefixes))
  private_subnets     = max(length(var.private_subnets), length(var.private_subnet_ipv6_prefixes))
  database_subnets    = max(length(var.database_subnets), length(var.database_subnet_ipv6_prefixes))
  elasticache_subnets = max(length(var.elasticache_subnets), length(var.elasticache_subnet_ipv6_prefixes))
  redshift_subnets    = max(length(var.redshift_subnets), length(var.redshift_subnet_ipv6_prefixes))
  intra_subnets       = max(length(var.intra_subnets), length(var.intra_subnet_ipv6_prefixes))
  outpost_subnets     = max(length(var.outpost_subnets), length(var.outpost_subnet_ipv6_prefixes))

  # The tier with the most subnets, intra and outpost left aside, tells how many NAT gateways there are.
  most_subnets      = max(local.public_subnets, local.private_subnets, local.database_subnets, local.elasticache_subnets, local.redshift_subnets)
  nat_gateway_count = var.single_nat_gateway ? 1 : var.one_nat_gateway_per_az ? length(var.azs) : local.most_subnets

  # A zone is given by its name or by its ID ("use1-az1"). The lookup by the number of matches, rather than a
  # condition, keeps the names that rest on a default or on an unknown region.
  zone_names = [for az in var.azs : try([az][1 - length(regexall("^[a-z]{2}-", az))], null)]
  zone_ids   = [for az in var.azs : [az, null][length(regexall("^[a-z]{2}-", az))]]
}

resource "aws_vpc" "this" {
  count = local.create_vpc ? 1 : 0

  region               = var.region
  cidr_block           = var.use_ipam_pool ? null : var.cidr
  enable_dns_support   = var.enable_dns_support
  enable_dns_hostnames = var.enable_dns_hostnames

  tags = merge({ Name = var.name }, var.tags, var.vpc_tags)
}

resource "aws_vpc_ipv4_cidr_block_association" "this" {
  count = local.create_vpc ? length(var.secondary_cidr_blocks) : 0

  vpc_id     = aws_vpc.this[0].id
  cidr_block = element(var.secondary_cidr_blocks, count.index)
}

resource "aws_internet_gateway" "this" {
  count = local.create_vpc && var.create_igw ? min(1, local.public_subnets) : 0

  vpc_id = local.vpc_id

  tags = merge({ Name = var.name }, var.tags, var.igw_tags)
}

resource "aws_egress_only_internet_gateway" "this" {
  count = local.create_vpc && var.create_egress_only_igw && var.enable_ipv6 ? min(1, local.most_subnets) : 0

  vpc_id = local.vpc_id

  tags = merge({ Name = var.name }, var.tags, var.igw_tags)
}

locals {
  enabled  = module.this.enabled && (var.public_subnets_enabled || var.private_subnets_enabled) && (var.ipv4_enabled || var.ipv6_enabled)
  public   = local.enabled && var.public_subnets_enabled
  private  = local.enabled && var.private_subnets_enabled
  public4  = local.public && var.ipv4_enabled
  public6  = local.public && var.ipv6_enabled
  private4 = local.private && var.ipv4_enabled
  private6 = local.private && var.ipv6_enabled

  public_label      = var.public_label
  private_label     = var.private_label
  has_type_tag      = var.subnet_type_tag_key != null && var.subnet_type_tag_value_format != null
  public_type_tags  = local.has_type_tag ? { (var.subnet_type_tag_key) = format(var.subnet_type_tag_value_format, var.public_label) } : {}
  private_type_tags = local.has_type_tag ? { (var.subnet_type_tag_key) = format(var.subnet_type_tag_value_format, var.private_label) } : {}

  # The zones asked for by ID, else by name, else all of the region; the first of them where there is a most.
  names_by_id    = try(zipmap(data.aws_availability_zones.default[0].zone_ids, data.aws_availability_zones.default[0].names), {})
  possible_zones = coalescelist([for id in var.availability_zone_ids : local.names_by_id[id]], var.availability_zones, sort(data.aws_availability_zones.default[0].names))
  most           = min(length(local.possible_zones), var.max_subnet_count + (1 - min(1, var.max_subnet_count)) * length(local.possible_zones))
  zones          = local.enabled ? slice(local.possible_zones, 0, local.most) : []

  public_per_zone  = coalesce(var.public_subnets_per_az_count, var.subnets_per_az_count)
  private_per_zone = coalesce(var.private_subnets_per_az_count, var.subnets_per_az_count)
  public_zones     = local.public ? flatten([for z in local.zones : [for i in range(local.public_per_zone) : z]]) : []
  private_zones    = local.private ? flatten([for z in local.zones : [for i in range(local.private_per_zone) : z]]) : []

  # Addresses are set aside for as many zones as the region has, the lower half for private subnets.
  reserved_zones   = var.max_subnet_count == 0 ? length(data.aws_availability_zones.default[0].names) : var.max_subnet_count
  reserved_private = local.private ? local.reserved_zones * local.private_per_zone : 0
  reserved_public  = local.public ? local.reserved_zones * local.public_per_zone : 0
  bits             = ceil(log(local.reserved_private + local.reserved_public, 2))
  base_cidr        = try(var.ipv4_cidr_block[0], data.aws_vpc.default[0].cidr_block)
  given_private    = try(var.ipv4_cidrs[0].private, [])
  given_public     = try(var.ipv4_cidrs[0].public, [])
  computed_cidrs   = length(local.given_private) + length(local.given_public) == 0
  private_cidrs    = local.computed_cidrs ? [for i in range(local.reserved_private) : cidrsubnet(local.base_cidr, local.bits, i)] : local.given_private
  public_cidrs     = local.computed_cidrs ? [for i in range(local.reserved_private, local.reserved_private + local.reserved_public) : cidrsubnet(local.base_cidr, local.bits, i)] : local.given_public
}

# Local Zones are left aside.
data "aws_availability_zones" "default" {
  count = local.enabled ? 1 : 0

  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

data "aws_vpc" "default" {
  count = local.enabled ? 1 : 0

  id = var.vpc_id
}

resource "aws_subnet" "public" {
  count = length(local.public_zones)

  vpc_id                  = var.vpc_id
  availability_zone       = local.public_zones[count.index]
  availability_zone_id    = null
  outpost_arn             = null
  cidr_block              = local.public4 ? element(local.public_cidrs, count.index) : null
  map_public_ip_on_launch = local.public4 ? var.map_public_ip_on_launch : null

  tags = merge(module.public_label.tags, { Name = format("%s%s%s", module.public_label.id, module.this.delimiter, local.abbreviations[local.public_zones[count.index]]) })
}

resource "aws_subnet" "private" {
  count = length(local.private_zones)

  vpc_id                  = var.vpc_id
  availability_zone       = local.private_zones[count.index]
  availability_zone_id    = null
  outpost_arn             = null
  cidr_block              = local.private4 ? local.private_cidrs[count.index] : null
  map_public_ip_on_launch = null

  tags = merge(module.private_label.tags, { Name = format("%s%s%s", module.private_label.id, module.this.delimiter, local.abbreviations[local.private_zones[count.index]]) })
}

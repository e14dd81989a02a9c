output "availability_zones" {
  value = local.zones
}

output "public_subnet_arns" {
  value = aws_subnet.public[*].arn
}

output "private_subnet_arns" {
  value = aws_subnet.private[*].arn
}

output "public_subnet_cidrs" {
  value = local.public4 ? aws_subnet.public[*].cidr_block : []
}

output "private_subnet_cidrs" {
  value = local.private4 ? aws_subnet.private[*].cidr_block : []
}

output "nat_ips" {
  value = (local.nat_gateways || local.nat_instances) && length(var.nat_elastic_ips) > 0 ? var.nat_elastic_ips : aws_eip.default[*].public_ip
}

output "nat_eip_allocation_ids" {
  value = local.nat_gateways || local.nat_instances ? local.nat_addresses : []
}

output "az_private_subnets_map" {
  value = local.private_by_zone
}

output "az_public_subnets_map" {
  value = local.public_by_zone
}

output "named_private_subnets_map" {
  value = { for i, name in local.private_names : name => compact([for ids in values(local.private_by_zone) : try(ids[i], "")]) }
}

output "named_public_subnets_map" {
  value = { for i, name in local.public_names : name => compact([for ids in values(local.public_by_zone) : try(ids[i], "")]) }
}

locals {
  private_by_zone = { for z in local.zones : z => [for s in aws_subnet.private : s.id if s.availability_zone == z] }
  public_by_zone  = { for z in local.zones : z => [for s in aws_subnet.public : s.id if s.availability_zone == z] }
  private_names   = var.private_subnets_per_az_names != null ? var.private_subnets_per_az_names : var.subnets_per_az_names
  public_names    = var.public_subnets_per_az_names != null ? var.public_subnets_per_az_names : var.subnets_per_az_names
}

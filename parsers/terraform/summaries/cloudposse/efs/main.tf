locals {
  enabled = module.this.enabled
  id      = join("", aws_efs_file_system.default[*].id)
  dns     = format("%s.efs.%s.amazonaws.com", local.id, var.region)
}

resource "aws_efs_file_system" "default" {
  count = local.enabled ? 1 : 0

  availability_zone_name          = var.availability_zone_name
  performance_mode                = var.performance_mode
  throughput_mode                 = var.throughput_mode
  provisioned_throughput_in_mibps = var.provisioned_throughput_in_mibps
  encrypted                       = var.encrypted
  kms_key_id                      = var.kms_key_id
  tags                            = module.this.tags
}

resource "aws_efs_mount_target" "default" {
  count = local.enabled ? length(var.subnets) : 0

  file_system_id  = local.id
  subnet_id       = var.subnets[count.index]
  security_groups = compact(concat([module.security_group.id], var.associated_security_group_ids))
}

# Off unless asked for.
resource "aws_efs_backup_policy" "policy" {
  count = local.enabled ? 1 : 0

  file_system_id = local.id

  backup_policy {
    status = var.efs_backup_policy_enabled ? "ENABLED" : "DISABLED"
  }
}

resource "aws_efs_access_point" "default" {
  for_each = local.enabled ? var.access_points : {}

  file_system_id = local.id
  tags           = module.this.tags
}

resource "aws_efs_file_system_policy" "policy" {
  count = local.enabled && length(var.efs_file_system_policy) > 0 ? 1 : 0

  file_system_id = aws_efs_file_system.default[0].id
  policy         = var.efs_file_system_policy
}

module "security_group" {
  source  = "cloudposse/security-group/aws"
  version = "2.2.0"

  enabled                    = local.enabled && var.create_security_group
  vpc_id                     = var.vpc_id
  security_group_name        = var.security_group_name
  create_before_destroy      = var.security_group_create_before_destroy
  preserve_security_group_id = var.preserve_security_group_id
  allow_all_egress           = var.allow_all_egress
  rules                      = var.additional_security_group_rules
  context                    = module.this.context

  rule_matrix = [{
    source_security_group_ids = concat(var.security_groups, var.allowed_security_group_ids)
    cidr_blocks               = var.allowed_cidr_blocks
    ipv6_cidr_blocks          = var.allowed_ipv6_cidr_blocks
    rules                     = [{ key = "in", type = "ingress", from_port = 2049, to_port = 2049, protocol = "tcp" }]
  }]
}

module "dns" {
  source  = "cloudposse/route53-cluster-hostname/aws"
  version = "0.13.0"

  enabled  = local.enabled && length(var.zone_id) > 0
  dns_name = var.dns_name == "" ? module.this.id : var.dns_name
  ttl      = 60
  zone_id  = try(var.zone_id[0], null)
  records  = [local.dns]
  context  = module.this.context
}

locals {
  create_security_group         = local.enabled && (var.use_existing_security_groups == null ? var.create_security_group : !var.use_existing_security_groups)
  associated_security_group_ids = concat(var.existing_security_groups, var.associated_security_group_ids)
  allowed_security_group_ids    = concat(var.allowed_security_groups, var.allowed_security_group_ids)

  use_legacy_egress = !(var.egress_cidr_blocks == null || var.allow_all_egress == true || (
    try(length(var.egress_cidr_blocks), 0) == 1 && try(var.egress_cidr_blocks[0], "") == "0.0.0.0/0")
  )
  allow_all_egress = var.allow_all_egress == null ? !local.use_legacy_egress : var.allow_all_egress

  legacy_egress_rule = local.use_legacy_egress ? {
    key         = "legacy-egress"
    type        = "egress"
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = var.egress_cidr_blocks
  } : null

  legacy_cidr_ingress_rule = length(var.allowed_cidr_blocks) == 0 ? null : {
    key         = "legacy-cidr-ingress"
    type        = "ingress"
    from_port   = var.port
    to_port     = var.port
    protocol    = "tcp"
    cidr_blocks = var.allowed_cidr_blocks
  }
}

module "aws_security_group" {
  source  = "cloudposse/security-group/aws"
  version = "2.2.0"

  enabled                  = local.create_security_group
  target_security_group_id = var.target_security_group_id
  security_group_name      = var.security_group_name
  vpc_id                   = var.vpc_id
  allow_all_egress         = local.allow_all_egress

  rules_map = {
    legacy = merge(local.legacy_egress_rule, local.legacy_cidr_ingress_rule)
    extra  = var.additional_security_group_rules
  }

  rule_matrix = [{
    key                       = "in"
    source_security_group_ids = local.allowed_security_group_ids
    cidr_blocks               = var.allowed_cidr_blocks
    rules = [{
      key       = "in"
      type      = "ingress"
      from_port = var.port
      to_port   = var.port
      protocol  = "tcp"
    }]
  }]

  create_before_destroy      = var.security_group_create_before_destroy
  preserve_security_group_id = var.preserve_security_group_id
  inline_rules_enabled       = var.inline_rules_enabled

  context = module.this.context
}

locals {
  is_replica                    = try(length(var.replicate_source_db), 0) > 0
  subnet_ids_provided           = var.subnet_ids != null && try(length(var.subnet_ids), 0) > 0
  db_subnet_group_name_provided = var.db_subnet_group_name != null && var.db_subnet_group_name != ""

  db_subnet_group_name = local.db_subnet_group_name_provided ? var.db_subnet_group_name : (
    local.is_replica ? null : (
    local.subnet_ids_provided ? aws_db_subnet_group.default[0].name : null)
  )
}

resource "aws_db_instance" "default" {
  count = module.this.enabled ? 1 : 0

  identifier             = module.this.id
  identifier_prefix      = null
  engine                 = local.is_replica ? null : var.engine
  instance_class         = var.instance_class
  db_name                = var.database_name
  username               = local.is_replica ? null : var.database_user
  password               = local.is_replica ? null : var.database_password
  port                   = var.database_port
  multi_az               = var.multi_az
  availability_zone      = var.multi_az ? null : var.availability_zone
  db_subnet_group_name   = local.db_subnet_group_name
  vpc_security_group_ids = compact(concat([aws_security_group.default[0].id], var.associate_security_group_ids))
  publicly_accessible    = var.publicly_accessible
  parameter_group_name   = length(var.parameter_group_name) > 0 ? var.parameter_group_name : join("", aws_db_parameter_group.default[*].name)
  option_group_name      = length(var.option_group_name) > 0 ? var.option_group_name : join("", aws_db_option_group.default[*].name)

  replicate_source_db     = var.replicate_source_db
  snapshot_identifier     = var.snapshot_identifier
  backup_retention_period = var.backup_retention_period
  skip_final_snapshot     = var.skip_final_snapshot
  deletion_protection     = var.deletion_protection
  storage_type            = var.storage_type
  max_allocated_storage   = var.max_allocated_storage
  tags                    = module.this.tags

  dynamic "restore_to_point_in_time" {
    for_each = var.snapshot_identifier == null && var.restore_to_point_in_time != null ? [1] : []

    content {
      restore_time                             = lookup(var.restore_to_point_in_time, "restore_time", null)
      source_db_instance_identifier            = lookup(var.restore_to_point_in_time, "source_db_instance_identifier", null)
      source_db_instance_automated_backups_arn = lookup(var.restore_to_point_in_time, "source_db_instance_automated_backups_arn", null)
      source_dbi_resource_id                   = lookup(var.restore_to_point_in_time, "source_dbi_resource_id", null)
      use_latest_restorable_time               = lookup(var.restore_to_point_in_time, "use_latest_restorable_time", null)
    }
  }

  dynamic "s3_import" {
    for_each = []
    content {}
  }

  lifecycle {
    ignore_changes = [snapshot_identifier]
  }
}

resource "aws_db_subnet_group" "default" {
  count = module.this.enabled && local.subnet_ids_provided && !local.db_subnet_group_name_provided ? 1 : 0

  name        = module.this.id
  name_prefix = null
  subnet_ids  = var.subnet_ids
  tags        = module.this.tags
}

resource "aws_db_parameter_group" "default" {
  count = length(var.parameter_group_name) == 0 && module.this.enabled ? 1 : 0

  name        = null
  name_prefix = "${module.this.id}${module.this.delimiter}"
  family      = var.db_parameter_group
}

resource "aws_db_option_group" "default" {
  count = length(var.option_group_name) == 0 && module.this.enabled ? 1 : 0

  name        = null
  name_prefix = "${module.this.id}${module.this.delimiter}"
  engine_name = var.engine
}

resource "aws_security_group" "default" {
  count = module.this.enabled ? 1 : 0

  name        = module.this.id
  name_prefix = null
  vpc_id      = var.vpc_id
  tags        = module.this.tags

  dynamic "ingress" {
    for_each = []
    content {}
  }

  dynamic "egress" {
    for_each = []
    content {}
  }
}

resource "aws_security_group_rule" "ingress_security_groups" {
  count = module.this.enabled ? length(var.security_group_ids) : 0

  type                     = "ingress"
  from_port                = var.database_port
  to_port                  = var.database_port
  protocol                 = "tcp"
  source_security_group_id = var.security_group_ids[count.index]
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  security_group_id        = aws_security_group.default[0].id
}

resource "aws_security_group_rule" "ingress_cidr_blocks" {
  count = module.this.enabled && length(var.allowed_cidr_blocks) > 0 ? 1 : 0

  type                     = "ingress"
  from_port                = var.database_port
  to_port                  = var.database_port
  protocol                 = "tcp"
  cidr_blocks              = var.allowed_cidr_blocks
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  source_security_group_id = null
  security_group_id        = aws_security_group.default[0].id
}

resource "aws_security_group_rule" "ingress_prefix_lists" {
  count = module.this.enabled && length(var.allowed_prefix_list_ids) > 0 ? 1 : 0

  type                     = "ingress"
  from_port                = var.database_port
  to_port                  = var.database_port
  protocol                 = "tcp"
  prefix_list_ids          = var.allowed_prefix_list_ids
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  self                     = null
  source_security_group_id = null
  security_group_id        = aws_security_group.default[0].id
}

resource "aws_security_group_rule" "egress" {
  count = module.this.enabled ? 1 : 0

  type                     = "egress"
  from_port                = 0
  to_port                  = 0
  protocol                 = "-1"
  cidr_blocks              = ["0.0.0.0/0"]
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  source_security_group_id = null
  security_group_id        = aws_security_group.default[0].id
}

module "dns_host_name" {
  source  = "cloudposse/route53-cluster-hostname/aws"
  version = "0.12.2"

  enabled  = length(var.dns_zone_id) > 0 && module.this.enabled
  dns_name = var.host_name
  zone_id  = var.dns_zone_id
  records  = coalescelist(aws_db_instance.default[*].address, [""])
  context  = module.this.context
}

locals {
  create                 = var.create && var.putin_khuylo
  create_security_group  = local.create && var.create_security_group
  create_monitoring_role = local.create && var.create_monitoring_role && (var.cluster_monitoring_interval > 0 || anytrue([for k, v in var.instances : try(v.monitoring_interval > 0, false)]))
  security_group_name    = try(coalesce(var.security_group_name, var.name), "")
  iam_role_name          = try(coalesce(var.iam_role_name, "${var.name}-monitor"))
}

resource "aws_rds_cluster" "this" {
  count = local.create ? 1 : 0

  cluster_identifier              = var.cluster_use_name_prefix ? null : var.name
  cluster_identifier_prefix       = var.cluster_use_name_prefix ? "${var.name}-" : null
  engine                          = var.engine
  engine_mode                     = var.cluster_scalability_type == "limitless" ? "" : var.engine_mode
  cluster_scalability_type        = var.cluster_scalability_type
  db_cluster_instance_class       = var.allocated_storage != null ? var.cluster_instance_class : null
  allocated_storage               = var.allocated_storage
  availability_zones              = var.availability_zones
  database_name                   = var.is_primary_cluster ? var.database_name : null
  master_username                 = var.is_primary_cluster ? var.master_username : null
  master_password                 = null
  port                            = local.port
  db_subnet_group_name            = local.db_subnet_group_name
  vpc_security_group_ids          = compact(concat(var.create_security_group ? [aws_security_group.this[0].id] : [], var.vpc_security_group_ids))
  db_cluster_parameter_group_name = local.create && var.cluster_parameter_group != null ? aws_rds_cluster_parameter_group.this[0].id : var.cluster_parameter_group_name

  global_cluster_identifier     = var.global_cluster_identifier
  replication_source_identifier = var.replication_source_identifier
  source_region                 = var.source_region
  region                        = var.region
  snapshot_identifier           = var.snapshot_identifier
  backup_retention_period       = var.backup_retention_period
  skip_final_snapshot           = var.skip_final_snapshot
  deletion_protection           = var.deletion_protection
  tags                          = merge(var.tags, var.cluster_tags)
  neptune_subnet_group_name     = null

  dynamic "restore_to_point_in_time" {
    for_each = var.restore_to_point_in_time != null ? [var.restore_to_point_in_time] : []

    content {
      source_cluster_identifier  = restore_to_point_in_time.value.source_cluster_identifier
      source_cluster_resource_id = restore_to_point_in_time.value.source_cluster_resource_id
      restore_type               = restore_to_point_in_time.value.restore_type
      restore_to_time            = restore_to_point_in_time.value.restore_to_time
      use_latest_restorable_time = restore_to_point_in_time.value.use_latest_restorable_time
    }
  }

  dynamic "s3_import" {
    for_each = var.s3_import != null && !local.is_serverless ? [var.s3_import] : []

    content {
      source_engine         = "mysql"
      source_engine_version = s3_import.value.source_engine_version
      bucket_name           = s3_import.value.bucket_name
      bucket_prefix         = s3_import.value.bucket_prefix
      ingestion_role        = s3_import.value.ingestion_role
    }
  }

  dynamic "scaling_configuration" {
    for_each = var.scaling_configuration != null && local.is_serverless ? [var.scaling_configuration] : []

    content {
      min_capacity             = scaling_configuration.value.min_capacity
      max_capacity             = scaling_configuration.value.max_capacity
      auto_pause               = scaling_configuration.value.auto_pause
      seconds_until_auto_pause = scaling_configuration.value.seconds_until_auto_pause
      seconds_before_timeout   = scaling_configuration.value.seconds_before_timeout
      timeout_action           = scaling_configuration.value.timeout_action
    }
  }

  dynamic "serverlessv2_scaling_configuration" {
    for_each = var.serverlessv2_scaling_configuration != null && var.engine_mode == "provisioned" ? [var.serverlessv2_scaling_configuration] : []

    content {
      min_capacity             = serverlessv2_scaling_configuration.value.min_capacity
      max_capacity             = serverlessv2_scaling_configuration.value.max_capacity
      seconds_until_auto_pause = serverlessv2_scaling_configuration.value.seconds_until_auto_pause
    }
  }

  lifecycle {
    ignore_changes = [replication_source_identifier, global_cluster_identifier, snapshot_identifier]
  }
}

resource "aws_rds_cluster_instance" "this" {
  for_each = { for k, v in var.instances : k => v if local.create && !local.is_serverless }

  identifier           = var.instances_use_identifier_prefix ? null : try(coalesce(each.value.identifier, "${var.name}-${each.key}"))
  identifier_prefix    = var.instances_use_identifier_prefix ? try(coalesce(each.value.identifier_prefix, "${var.name}-${each.key}-")) : null
  cluster_identifier   = aws_rds_cluster.this[0].id
  engine               = var.engine
  instance_class       = try(coalesce(each.value.instance_class, var.cluster_instance_class), null)
  availability_zone    = each.value.availability_zone
  promotion_tier       = each.value.promotion_tier
  publicly_accessible  = each.value.publicly_accessible
  db_subnet_group_name = local.db_subnet_group_name
  region               = var.region
  tags                 = merge(var.tags, each.value.tags)
}

resource "aws_rds_shard_group" "this" {
  count = local.create && var.shard_group != null ? 1 : 0

  db_cluster_identifier     = aws_rds_cluster.this[0].id
  db_shard_group_identifier = var.shard_group.identifier
  compute_redundancy        = var.shard_group.compute_redundancy
  min_acu                   = var.shard_group.min_acu
  max_acu                   = var.shard_group.max_acu
  publicly_accessible       = var.shard_group.publicly_accessible
  tags                      = merge(var.tags, var.shard_group.tags)
  replica_count             = null
  shard_instance_count      = null
}

resource "aws_security_group" "this" {
  count = local.create_security_group ? 1 : 0

  name        = var.security_group_use_name_prefix ? null : local.security_group_name
  name_prefix = var.security_group_use_name_prefix ? "${local.security_group_name}-" : null
  vpc_id      = var.vpc_id
  tags        = merge(var.tags, var.security_group_tags, { Name = local.security_group_name })

  dynamic "ingress" {
    for_each = []
    content {}
  }

  dynamic "egress" {
    for_each = []
    content {}
  }
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each = { for k, v in var.security_group_ingress_rules : k => v if local.create_security_group }

  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = each.value.ip_protocol
  from_port                    = try(coalesce(each.value.from_port, local.port), null)
  to_port                      = try(coalesce(each.value.to_port, each.value.from_port, local.port), null)
  cidr_ipv4                    = each.value.cidr_ipv4
  cidr_ipv6                    = each.value.cidr_ipv6
  prefix_list_id               = each.value.prefix_list_id
  referenced_security_group_id = each.value.referenced_security_group_id == "self" ? aws_security_group.this[0].id : each.value.referenced_security_group_id
}

resource "aws_vpc_security_group_egress_rule" "this" {
  for_each = { for k, v in var.security_group_egress_rules : k => v if local.create_security_group }

  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = each.value.ip_protocol
  from_port                    = try(coalesce(each.value.from_port, each.value.to_port, local.port), null)
  to_port                      = try(coalesce(each.value.to_port, local.port), null)
  cidr_ipv4                    = each.value.cidr_ipv4
  cidr_ipv6                    = each.value.cidr_ipv6
  prefix_list_id               = each.value.prefix_list_id
  referenced_security_group_id = each.value.referenced_security_group_id == "self" ? aws_security_group.this[0].id : each.value.referenced_security_group_id
}

resource "aws_rds_cluster_parameter_group" "this" {
  count = local.create && var.cluster_parameter_group != null ? 1 : 0

  family = var.cluster_parameter_group.family
}

resource "aws_db_parameter_group" "this" {
  count = local.create && var.db_parameter_group != null ? 1 : 0

  family = var.db_parameter_group.family
}

resource "aws_iam_role" "rds_enhanced_monitoring" {
  count = local.create_monitoring_role ? 1 : 0

  name               = var.iam_role_use_name_prefix ? null : local.iam_role_name
  name_prefix        = var.iam_role_use_name_prefix ? "${local.iam_role_name}-" : null
  assume_role_policy = data.aws_iam_policy_document.monitoring_rds_assume_role[0].json
}

data "aws_iam_policy_document" "monitoring_rds_assume_role" {
  count = local.create_monitoring_role ? 1 : 0

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = [data.aws_service_principal.monitoring_rds[0].name]
    }
  }
}

data "aws_service_principal" "monitoring_rds" {
  count = local.create_monitoring_role ? 1 : 0

  service_name = "monitoring.rds"
}

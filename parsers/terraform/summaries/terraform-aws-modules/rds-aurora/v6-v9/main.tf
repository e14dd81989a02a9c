locals {
  create_monitoring_role = local.create && var.create_monitoring_role && (var.monitoring_interval > 0 || var.cluster_monitoring_interval > 0)
  security_group_name    = try(coalesce(var.security_group_name, var.name), "")
}

resource "aws_rds_cluster" "this" {
  count = local.create ? 1 : 0

  cluster_identifier              = var.cluster_use_name_prefix ? null : var.name
  cluster_identifier_prefix       = var.cluster_use_name_prefix ? "${var.name}-" : null
  engine                          = var.engine
  engine_mode                     = var.engine_mode
  cluster_scalability_type        = var.cluster_scalability_type
  db_cluster_instance_class       = var.db_cluster_instance_class
  allocated_storage               = var.allocated_storage
  availability_zones              = var.availability_zones
  database_name                   = var.is_primary_cluster ? var.database_name : null
  master_username                 = var.is_primary_cluster ? var.master_username : null
  master_password                 = var.is_primary_cluster ? local.master_password : null
  port                            = local.port
  db_subnet_group_name            = local.db_subnet_group_name
  vpc_security_group_ids          = compact(concat(var.create_security_group ? [aws_security_group.this[0].id] : [], var.vpc_security_group_ids))
  db_cluster_parameter_group_name = var.create_db_cluster_parameter_group ? aws_rds_cluster_parameter_group.this[0].id : var.db_cluster_parameter_group_name

  global_cluster_identifier     = var.global_cluster_identifier
  replication_source_identifier = var.replication_source_identifier
  source_region                 = var.source_region
  snapshot_identifier           = var.snapshot_identifier
  backup_retention_period       = var.backup_retention_period
  skip_final_snapshot           = var.skip_final_snapshot
  deletion_protection           = var.deletion_protection
  tags                          = merge(var.tags, var.cluster_tags)
  neptune_subnet_group_name     = null

  dynamic "restore_to_point_in_time" {
    for_each = length(var.restore_to_point_in_time) > 0 ? [var.restore_to_point_in_time] : []

    content {
      source_cluster_identifier  = try(restore_to_point_in_time.value.source_cluster_identifier, null)
      source_cluster_resource_id = try(restore_to_point_in_time.value.source_cluster_resource_id, null)
      restore_type               = try(restore_to_point_in_time.value.restore_type, null)
      restore_to_time            = try(restore_to_point_in_time.value.restore_to_time, null)
      use_latest_restorable_time = try(restore_to_point_in_time.value.use_latest_restorable_time, null)
    }
  }

  dynamic "s3_import" {
    for_each = length(var.s3_import) > 0 && !local.is_serverless ? [var.s3_import] : []

    content {
      source_engine         = "mysql"
      source_engine_version = s3_import.value.source_engine_version
      bucket_name           = s3_import.value.bucket_name
      bucket_prefix         = try(s3_import.value.bucket_prefix, null)
      ingestion_role        = s3_import.value.ingestion_role
    }
  }

  dynamic "scaling_configuration" {
    for_each = length(var.scaling_configuration) > 0 && local.is_serverless ? [var.scaling_configuration] : []

    content {
      min_capacity             = try(scaling_configuration.value.min_capacity, null)
      max_capacity             = try(scaling_configuration.value.max_capacity, null)
      auto_pause               = try(scaling_configuration.value.auto_pause, null)
      seconds_until_auto_pause = try(scaling_configuration.value.seconds_until_auto_pause, null)
      seconds_before_timeout   = try(scaling_configuration.value.seconds_before_timeout, null)
      timeout_action           = try(scaling_configuration.value.timeout_action, null)
    }
  }

  dynamic "serverlessv2_scaling_configuration" {
    for_each = length(var.serverlessv2_scaling_configuration) > 0 && var.engine_mode == "provisioned" ? [var.serverlessv2_scaling_configuration] : []

    content {
      min_capacity             = serverlessv2_scaling_configuration.value.min_capacity
      max_capacity             = serverlessv2_scaling_configuration.value.max_capacity
      seconds_until_auto_pause = try(serverlessv2_scaling_configuration.value.seconds_until_auto_pause, null)
    }
  }

  lifecycle {
    ignore_changes = [replication_source_identifier, global_cluster_identifier]
  }
}

resource "aws_rds_cluster_instance" "this" {
  for_each = { for k, v in var.instances : k => v if local.create && !local.is_serverless }

  identifier           = var.instances_use_identifier_prefix ? null : try(each.value.identifier, "${var.name}-${each.key}")
  identifier_prefix    = var.instances_use_identifier_prefix ? try(each.value.identifier_prefix, "${var.name}-${each.key}-") : null
  cluster_identifier   = aws_rds_cluster.this[0].id
  engine               = var.engine
  instance_class       = try(each.value.instance_class, var.instance_class)
  availability_zone    = try(each.value.availability_zone, null)
  promotion_tier       = try(each.value.promotion_tier, null)
  publicly_accessible  = try(each.value.publicly_accessible, var.publicly_accessible)
  db_subnet_group_name = local.db_subnet_group_name
  tags                 = merge(var.tags, try(each.value.tags, {}))
}

resource "aws_security_group" "this" {
  count = local.create && var.create_security_group ? 1 : 0

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

resource "aws_rds_cluster_parameter_group" "this" {
  count = local.create && var.create_db_cluster_parameter_group ? 1 : 0

  family = var.db_cluster_parameter_group_family
}

resource "aws_db_parameter_group" "this" {
  count = local.create && var.create_db_parameter_group ? 1 : 0

  family = var.db_parameter_group_family
}

resource "aws_iam_role" "rds_enhanced_monitoring" {
  count = local.create_monitoring_role ? 1 : 0

  name        = var.iam_role_use_name_prefix ? null : var.iam_role_name
  name_prefix = var.iam_role_use_name_prefix ? "${var.iam_role_name}-" : null
}

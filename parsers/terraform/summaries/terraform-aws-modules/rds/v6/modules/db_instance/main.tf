locals {
  is_replica = var.replicate_source_db != null
}

resource "aws_db_instance" "this" {
  count = var.create ? 1 : 0

  identifier             = var.use_identifier_prefix ? null : var.identifier
  identifier_prefix      = var.use_identifier_prefix ? "${var.identifier}-" : null
  engine                 = local.is_replica ? null : var.engine
  instance_class         = var.instance_class
  db_name                = var.db_name
  username               = local.is_replica ? null : var.username
  password               = !local.is_replica && var.manage_master_user_password ? null : var.password
  port                   = var.port
  multi_az               = var.multi_az
  availability_zone      = var.availability_zone
  db_subnet_group_name   = var.db_subnet_group_name
  vpc_security_group_ids = var.vpc_security_group_ids
  publicly_accessible    = var.publicly_accessible
  parameter_group_name   = var.parameter_group_name
  option_group_name      = var.option_group_name

  replicate_source_db     = var.replicate_source_db
  replica_mode            = var.replica_mode
  snapshot_identifier     = var.snapshot_identifier
  backup_retention_period = length(var.blue_green_update) > 0 ? coalesce(var.backup_retention_period, 1) : var.backup_retention_period
  skip_final_snapshot     = var.skip_final_snapshot
  deletion_protection     = var.deletion_protection
  storage_type            = var.storage_type
  max_allocated_storage   = var.max_allocated_storage
  monitoring_role_arn     = var.monitoring_interval > 0 ? local.monitoring_role_arn : null
  tags                    = merge(var.tags, var.db_instance_tags)

  dynamic "restore_to_point_in_time" {
    for_each = var.restore_to_point_in_time != null ? [var.restore_to_point_in_time] : []

    content {
      restore_time                             = lookup(restore_to_point_in_time.value, "restore_time", null)
      source_db_instance_automated_backups_arn = lookup(restore_to_point_in_time.value, "source_db_instance_automated_backups_arn", null)
      source_db_instance_identifier            = lookup(restore_to_point_in_time.value, "source_db_instance_identifier", null)
      source_dbi_resource_id                   = lookup(restore_to_point_in_time.value, "source_dbi_resource_id", null)
      use_latest_restorable_time               = lookup(restore_to_point_in_time.value, "use_latest_restorable_time", null)
    }
  }

  dynamic "s3_import" {
    for_each = var.s3_import != null ? [var.s3_import] : []

    content {
      source_engine         = "mysql"
      source_engine_version = s3_import.value.source_engine_version
      bucket_name           = s3_import.value.bucket_name
      bucket_prefix         = lookup(s3_import.value, "bucket_prefix", null)
      ingestion_role        = s3_import.value.ingestion_role
    }
  }
}

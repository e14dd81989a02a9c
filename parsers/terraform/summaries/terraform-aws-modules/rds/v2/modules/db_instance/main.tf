locals {
  is_mssql = element(split("-", var.engine), 0) == "sqlserver"
}

resource "aws_db_instance" "this" {
  count = var.create && !local.is_mssql ? 1 : 0

  identifier             = var.identifier
  engine                 = var.engine
  instance_class         = var.instance_class
  name                   = var.name
  username               = var.username
  password               = var.password
  port                   = var.port
  multi_az               = var.multi_az
  availability_zone      = var.availability_zone
  db_subnet_group_name   = var.db_subnet_group_name
  vpc_security_group_ids = var.vpc_security_group_ids
  publicly_accessible    = var.publicly_accessible
  parameter_group_name   = var.parameter_group_name
  option_group_name      = var.option_group_name

  replicate_source_db     = var.replicate_source_db
  snapshot_identifier     = var.snapshot_identifier
  backup_retention_period = var.backup_retention_period
  skip_final_snapshot     = var.skip_final_snapshot
  deletion_protection     = var.deletion_protection
  storage_type            = var.storage_type
  max_allocated_storage   = var.max_allocated_storage
  monitoring_role_arn     = var.monitoring_interval > 0 ? local.monitoring_role_arn : null
  tags                    = merge(var.tags, { Name = var.identifier })

  dynamic "restore_to_point_in_time" {
    for_each = []
    content {}
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

resource "aws_db_instance" "this_mssql" {
  count = var.create && local.is_mssql ? 1 : 0

  identifier             = var.identifier
  engine                 = var.engine
  instance_class         = var.instance_class
  name                   = var.name
  username               = var.username
  password               = var.password
  port                   = var.port
  multi_az               = var.multi_az
  availability_zone      = var.availability_zone
  db_subnet_group_name   = var.db_subnet_group_name
  vpc_security_group_ids = var.vpc_security_group_ids
  publicly_accessible    = var.publicly_accessible
  parameter_group_name   = var.parameter_group_name
  option_group_name      = var.option_group_name

  replicate_source_db     = var.replicate_source_db
  snapshot_identifier     = var.snapshot_identifier
  backup_retention_period = var.backup_retention_period
  skip_final_snapshot     = var.skip_final_snapshot
  deletion_protection     = var.deletion_protection
  storage_type            = var.storage_type
  max_allocated_storage   = var.max_allocated_storage
  monitoring_role_arn     = var.monitoring_interval > 0 ? local.monitoring_role_arn : null
  tags                    = merge(var.tags, { Name = var.identifier })

  dynamic "restore_to_point_in_time" {
    for_each = []
    content {}
  }

  dynamic "s3_import" {
    for_each = []
    content {}
  }
}

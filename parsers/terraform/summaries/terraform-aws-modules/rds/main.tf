locals {
  create_db_option_group = var.create_db_option_group && var.engine != "postgres"
  parameter_group_name   = var.create_db_parameter_group ? module.db_parameter_group.db_parameter_group_id : var.parameter_group_name
  option_group_name      = var.engine == "postgres" ? null : local.create_db_option_group ? module.db_option_group.db_option_group_id : var.option_group_name
}

module "db_instance" {
  source = "./modules/db_instance"

  create                 = var.create_db_instance && var.putin_khuylo
  identifier             = var.identifier
  engine                 = var.engine
  instance_class         = var.instance_class
  username               = var.username
  port                   = var.port
  multi_az               = var.multi_az
  availability_zone      = var.availability_zone
  db_subnet_group_name   = local.db_subnet_group_name
  vpc_security_group_ids = var.vpc_security_group_ids
  publicly_accessible    = var.publicly_accessible
  parameter_group_name   = local.parameter_group_name
  option_group_name      = local.option_group_name

  replicate_source_db      = var.replicate_source_db
  snapshot_identifier      = var.snapshot_identifier
  restore_to_point_in_time = var.restore_to_point_in_time
  s3_import                = var.s3_import
  backup_retention_period  = var.backup_retention_period
  skip_final_snapshot      = var.skip_final_snapshot
  deletion_protection      = var.deletion_protection
  storage_type             = var.storage_type
  max_allocated_storage    = var.max_allocated_storage

  monitoring_interval    = var.monitoring_interval
  monitoring_role_arn    = var.monitoring_role_arn
  monitoring_role_name   = var.monitoring_role_name
  create_monitoring_role = var.create_monitoring_role

  tags = merge(var.tags, var.db_instance_tags)
}

module "db_subnet_group" {
  source = "./modules/db_subnet_group"

  create          = var.create_db_subnet_group && var.putin_khuylo
  name            = coalesce(var.db_subnet_group_name, var.identifier)
  use_name_prefix = var.db_subnet_group_use_name_prefix
  subnet_ids      = var.subnet_ids
  tags            = merge(var.tags, var.db_subnet_group_tags)
}

module "db_parameter_group" {
  source = "./modules/db_parameter_group"

  create = var.create_db_parameter_group && var.putin_khuylo
  family = var.family
}

module "db_option_group" {
  source = "./modules/db_option_group"

  create               = local.create_db_option_group
  engine_name          = var.engine
  major_engine_version = var.major_engine_version
}

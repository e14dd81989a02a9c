locals {
  enabled                     = module.this.enabled
  is_regional_cluster         = var.cluster_type == "regional"
  is_serverless               = var.engine_mode == "serverless"
  ignore_admin_credentials    = var.replication_source_identifier != "" || var.snapshot_identifier != null
  cluster_instance_count      = local.enabled ? var.cluster_size : 0
  deployed_cluster_identifier = local.is_regional_cluster ? aws_rds_cluster.primary[0].id : aws_rds_cluster.secondary[0].id
  db_subnet_group_name        = aws_db_subnet_group.default[0].name
}

resource "aws_rds_cluster" "primary" {
  count = local.enabled && local.is_regional_cluster ? 1 : 0

  cluster_identifier              = var.cluster_identifier == "" ? module.this.id : var.cluster_identifier
  cluster_identifier_prefix       = null
  engine                          = var.engine
  engine_mode                     = var.engine_mode
  db_cluster_instance_class       = local.is_serverless ? null : var.db_cluster_instance_class
  allocated_storage               = var.allocated_storage
  availability_zones              = null
  database_name                   = var.db_name
  master_username                 = local.ignore_admin_credentials ? null : var.admin_user
  port                            = var.db_port
  db_subnet_group_name            = local.db_subnet_group_name
  vpc_security_group_ids          = compact(flatten([aws_security_group.default[0].id, var.vpc_security_group_ids]))
  db_cluster_parameter_group_name = join("", aws_rds_cluster_parameter_group.default[*].name)

  global_cluster_identifier     = null
  replication_source_identifier = var.replication_source_identifier
  source_region                 = var.source_region
  snapshot_identifier           = var.snapshot_identifier
  backup_retention_period       = var.retention_period
  skip_final_snapshot           = var.skip_final_snapshot
  deletion_protection           = var.deletion_protection
  tags                          = module.this.tags
  neptune_subnet_group_name     = null

  dynamic "restore_to_point_in_time" {
    for_each = var.restore_to_point_in_time

    content {
      source_cluster_identifier  = restore_to_point_in_time.value.source_cluster_identifier
      restore_type               = restore_to_point_in_time.value.restore_type
      restore_to_time            = restore_to_point_in_time.value.restore_to_time
      use_latest_restorable_time = restore_to_point_in_time.value.restore_to_time != null ? null : restore_to_point_in_time.value.use_latest_restorable_time
    }
  }

  dynamic "s3_import" {
    for_each = var.s3_import[*]

    content {
      bucket_name           = lookup(s3_import.value, "bucket_name", null)
      bucket_prefix         = lookup(s3_import.value, "bucket_prefix", null)
      ingestion_role        = lookup(s3_import.value, "ingestion_role", null)
      source_engine         = lookup(s3_import.value, "source_engine", null)
      source_engine_version = lookup(s3_import.value, "source_engine_version", null)
    }
  }

  dynamic "scaling_configuration" {
    for_each = var.scaling_configuration

    content {
      min_capacity             = lookup(scaling_configuration.value, "min_capacity", null)
      max_capacity             = lookup(scaling_configuration.value, "max_capacity", null)
      auto_pause               = lookup(scaling_configuration.value, "auto_pause", null)
      seconds_until_auto_pause = lookup(scaling_configuration.value, "seconds_until_auto_pause", null)
      timeout_action           = lookup(scaling_configuration.value, "timeout_action", null)
    }
  }

  dynamic "serverlessv2_scaling_configuration" {
    for_each = var.serverlessv2_scaling_configuration[*]

    content {
      min_capacity             = serverlessv2_scaling_configuration.value.min_capacity
      max_capacity             = serverlessv2_scaling_configuration.value.max_capacity
      seconds_until_auto_pause = serverlessv2_scaling_configuration.value.seconds_until_auto_pause
    }
  }
}

resource "aws_rds_cluster" "secondary" {
  count = local.enabled && !local.is_regional_cluster ? 1 : 0

  cluster_identifier              = var.cluster_identifier == "" ? module.this.id : var.cluster_identifier
  cluster_identifier_prefix       = null
  engine                          = var.engine
  engine_mode                     = var.engine_mode
  db_cluster_instance_class       = local.is_serverless ? null : var.db_cluster_instance_class
  allocated_storage               = null
  availability_zones              = null
  database_name                   = var.db_name
  master_username                 = local.ignore_admin_credentials ? null : var.admin_user
  port                            = var.db_port
  db_subnet_group_name            = local.db_subnet_group_name
  vpc_security_group_ids          = compact(flatten([aws_security_group.default[0].id, var.vpc_security_group_ids]))
  db_cluster_parameter_group_name = join("", aws_rds_cluster_parameter_group.default[*].name)

  global_cluster_identifier     = var.global_cluster_identifier
  replication_source_identifier = null
  source_region                 = var.source_region
  snapshot_identifier           = var.snapshot_identifier
  backup_retention_period       = var.retention_period
  skip_final_snapshot           = var.skip_final_snapshot
  deletion_protection           = var.deletion_protection
  tags                          = module.this.tags
  neptune_subnet_group_name     = null

  dynamic "restore_to_point_in_time" {
    for_each = []
    content {}
  }

  dynamic "s3_import" {
    for_each = []
    content {}
  }

  dynamic "scaling_configuration" {
    for_each = var.scaling_configuration

    content {
      min_capacity             = lookup(scaling_configuration.value, "min_capacity", null)
      max_capacity             = lookup(scaling_configuration.value, "max_capacity", null)
      auto_pause               = lookup(scaling_configuration.value, "auto_pause", null)
      seconds_until_auto_pause = lookup(scaling_configuration.value, "seconds_until_auto_pause", null)
      timeout_action           = lookup(scaling_configuration.value, "timeout_action", null)
    }
  }

  dynamic "serverlessv2_scaling_configuration" {
    for_each = var.serverlessv2_scaling_configuration[*]

    content {
      min_capacity = serverlessv2_scaling_configuration.value.min_capacity
      max_capacity = serverlessv2_scaling_configuration.value.max_capacity
    }
  }

  lifecycle {
    ignore_changes = [replication_source_identifier, snapshot_identifier]
  }
}

resource "aws_rds_cluster_instance" "default" {
  count = local.cluster_instance_count

  cluster_identifier      = local.deployed_cluster_identifier
  engine                  = var.engine
  availability_zone       = var.instance_availability_zone
  publicly_accessible     = var.publicly_accessible
  db_subnet_group_name    = local.db_subnet_group_name
  db_parameter_group_name = join("", aws_db_parameter_group.default[*].name)
  tags                    = module.this.tags
}

resource "aws_db_subnet_group" "default" {
  count = local.enabled ? 1 : 0

  name        = try(length(var.subnet_group_name), 0) == 0 ? module.this.id : var.subnet_group_name
  name_prefix = null
  subnet_ids  = var.subnets
  tags        = module.this.tags
}

resource "aws_rds_cluster_parameter_group" "default" {
  count = local.enabled ? 1 : 0

  family = var.cluster_family
}

resource "aws_db_parameter_group" "default" {
  count = local.enabled ? 1 : 0

  family = var.cluster_family
}

resource "aws_appautoscaling_target" "replicas" {
  count = local.enabled && var.autoscaling_enabled ? 1 : 0

  service_namespace  = "rds"
  scalable_dimension = "rds:cluster:ReadReplicaCount"
  resource_id        = "cluster:${local.deployed_cluster_identifier}"
  min_capacity       = var.autoscaling_min_capacity
  max_capacity       = var.autoscaling_max_capacity
}

resource "aws_appautoscaling_policy" "replicas" {
  count = local.enabled && var.autoscaling_enabled ? 1 : 0

  service_namespace  = aws_appautoscaling_target.replicas[0].service_namespace
  scalable_dimension = aws_appautoscaling_target.replicas[0].scalable_dimension
  resource_id        = aws_appautoscaling_target.replicas[0].resource_id
  policy_type        = var.autoscaling_policy_type

  target_tracking_scaling_policy_configuration {
    predefined_metric_specification {
      predefined_metric_type = var.autoscaling_target_metrics
    }

    disable_scale_in   = false
    target_value       = var.autoscaling_target_value
    scale_in_cooldown  = var.autoscaling_scale_in_cooldown
    scale_out_cooldown = var.autoscaling_scale_out_cooldown
  }
}

resource "aws_iam_role" "enhanced_monitoring" {
  count = local.enabled && var.enhanced_monitoring_role_enabled ? 1 : 0

  name                = module.enhanced_monitoring_label.id
  assume_role_policy  = join("", data.aws_iam_policy_document.enhanced_monitoring[*].json)
  managed_policy_arns = null

  dynamic "inline_policy" {
    for_each = []
    content {}
  }
}

module "enhanced_monitoring_label" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  enabled    = module.this.enabled && var.enhanced_monitoring_role_enabled
  attributes = var.enhanced_monitoring_attributes
  context    = module.this.context
}

data "aws_iam_policy_document" "enhanced_monitoring" {
  count = local.enabled && var.enhanced_monitoring_role_enabled ? 1 : 0

  statement {
    actions = ["sts:AssumeRole"]
    effect  = "Allow"

    principals {
      type        = "Service"
      identifiers = ["monitoring.rds.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy_attachment" "enhanced_monitoring" {
  count = local.enabled && var.enhanced_monitoring_role_enabled ? 1 : 0

  role       = join("", aws_iam_role.enhanced_monitoring[*].name)
  policy_arn = "arn:${one(data.aws_partition.current[*].partition)}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
  roles      = null
}

data "aws_partition" "current" {
  count = local.enabled ? 1 : 0
}

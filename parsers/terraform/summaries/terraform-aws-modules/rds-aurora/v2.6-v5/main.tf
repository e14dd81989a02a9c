locals {
  port                 = var.port == "" ? (var.engine == "aurora-postgresql" ? 5432 : 3306) : var.port
  db_subnet_group_name = var.db_subnet_group_name == "" ? aws_db_subnet_group.this[0].name : var.db_subnet_group_name
}

resource "aws_db_subnet_group" "this" {
  count = var.create_cluster && var.db_subnet_group_name == "" ? 1 : 0

  name        = var.name
  name_prefix = null
  subnet_ids  = var.subnets
  tags        = merge(var.tags, { Name = "aurora-${var.name}" })
}

resource "aws_rds_cluster" "this" {
  cluster_identifier              = var.name
  engine                          = var.engine
  engine_mode                     = var.engine_mode
  db_cluster_instance_class       = null
  allocated_storage               = null
  availability_zones              = null
  database_name                   = var.database_name
  master_username                 = var.username
  port                            = local.port
  db_subnet_group_name            = local.db_subnet_group_name
  vpc_security_group_ids          = compact(concat(aws_security_group.this[*].id, var.vpc_security_group_ids))
  db_cluster_parameter_group_name = var.db_cluster_parameter_group_name

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
    for_each = length(var.restore_to_point_in_time) == 0 ? [] : [var.restore_to_point_in_time]

    content {
      source_cluster_identifier  = restore_to_point_in_time.value.source_cluster_identifier
      restore_type               = lookup(restore_to_point_in_time.value, "restore_type", null)
      restore_to_time            = lookup(restore_to_point_in_time.value, "restore_to_time", null)
      use_latest_restorable_time = lookup(restore_to_point_in_time.value, "use_latest_restorable_time", null)
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

  dynamic "scaling_configuration" {
    for_each = length(var.scaling_configuration) == 0 ? [] : [var.scaling_configuration]

    content {
      min_capacity             = lookup(scaling_configuration.value, "min_capacity", null)
      max_capacity             = lookup(scaling_configuration.value, "max_capacity", null)
      auto_pause               = lookup(scaling_configuration.value, "auto_pause", null)
      seconds_until_auto_pause = lookup(scaling_configuration.value, "seconds_until_auto_pause", null)
      timeout_action           = lookup(scaling_configuration.value, "timeout_action", null)
    }
  }

  dynamic "serverlessv2_scaling_configuration" {
    for_each = []
    content {}
  }
}

# The writer is one of replica_count; where the readers scale, the least number of them stands.
resource "aws_rds_cluster_instance" "this" {
  count = var.create_cluster ? (var.replica_scale_enabled ? var.replica_scale_min : var.replica_count) : 0

  identifier           = try(lookup(var.instances_parameters[count.index], "instance_name"), "${var.name}-${count.index + 1}")
  cluster_identifier   = local.cluster_id
  engine               = var.engine
  availability_zone    = null
  publicly_accessible  = try(lookup(var.instances_parameters[count.index], "publicly_accessible"), var.publicly_accessible)
  db_subnet_group_name = local.db_subnet_group_name
  tags                 = var.tags
}

resource "aws_appautoscaling_target" "read_replica_count" {
  count = var.create_cluster && var.replica_scale_enabled ? 1 : 0

  service_namespace  = "rds"
  resource_id        = "cluster:${local.cluster_identifier}"
  scalable_dimension = "rds:cluster:ReadReplicaCount"
  min_capacity       = var.replica_scale_min
  max_capacity       = var.replica_scale_max
}

resource "aws_appautoscaling_policy" "autoscaling_read_replica_count" {
  count = var.create_cluster && var.replica_scale_enabled ? 1 : 0

  service_namespace  = "rds"
  resource_id        = "cluster:${local.cluster_identifier}"
  scalable_dimension = "rds:cluster:ReadReplicaCount"
  policy_type        = "TargetTrackingScaling"

  target_tracking_scaling_policy_configuration {
    predefined_metric_specification {
      predefined_metric_type = var.predefined_metric_type
    }

    scale_in_cooldown  = var.replica_scale_in_cooldown
    scale_out_cooldown = var.replica_scale_out_cooldown
    target_value       = var.predefined_metric_type == "RDSReaderAverageCPUUtilization" ? var.replica_scale_cpu : var.replica_scale_connections
  }
}

resource "aws_security_group" "this" {
  count = var.create_cluster && var.create_security_group ? 1 : 0

  name        = null
  name_prefix = "${var.name}-"
  vpc_id      = var.vpc_id
  tags        = merge(var.tags, var.security_group_tags, { Name = "aurora-${var.name}" })

  dynamic "ingress" {
    for_each = []
    content {}
  }

  dynamic "egress" {
    for_each = []
    content {}
  }
}

resource "aws_security_group_rule" "default_ingress" {
  count = var.create_cluster && var.create_security_group ? length(var.allowed_security_groups) : 0

  type                     = "ingress"
  from_port                = local.cluster_port
  to_port                  = local.cluster_port
  protocol                 = "tcp"
  source_security_group_id = element(var.allowed_security_groups, count.index)
  cidr_blocks              = null
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  security_group_id        = aws_security_group.this[0].id
}

resource "aws_security_group_rule" "cidr_ingress" {
  count = var.create_cluster && var.create_security_group && length(var.allowed_cidr_blocks) > 0 ? 1 : 0

  type                     = "ingress"
  from_port                = local.cluster_port
  to_port                  = local.cluster_port
  protocol                 = "tcp"
  cidr_blocks              = var.allowed_cidr_blocks
  ipv6_cidr_blocks         = null
  prefix_list_ids          = null
  self                     = null
  source_security_group_id = null
  security_group_id        = aws_security_group.this[0].id
}

resource "aws_iam_role" "rds_enhanced_monitoring" {
  count = var.create_cluster && var.create_monitoring_role && var.monitoring_interval > 0 ? 1 : 0

  name               = var.iam_role_use_name_prefix ? null : coalesce(var.iam_role_name, "rds-enhanced-monitoring-${var.name}")
  name_prefix        = var.iam_role_use_name_prefix ? "${var.iam_role_name}-" : null
  assume_role_policy = data.aws_iam_policy_document.monitoring_rds_assume_role.json
}

data "aws_iam_policy_document" "monitoring_rds_assume_role" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["monitoring.rds.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy_attachment" "rds_enhanced_monitoring" {
  count = var.create_cluster && var.create_monitoring_role && var.monitoring_interval > 0 ? 1 : 0

  role       = aws_iam_role.rds_enhanced_monitoring[0].name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
  roles      = null
}

data "aws_partition" "current" {}

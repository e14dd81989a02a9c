locals {
  enabled                    = module.this.enabled
  create_normal_instance     = local.enabled && !var.serverless_enabled
  create_serverless_instance = local.enabled && var.serverless_enabled
  is_primary                 = var.global_replication_group_id == null
  create_parameter_group     = local.is_primary ? var.create_parameter_group : false

  elasticache_subnet_group_name = var.elasticache_subnet_group_name != "" ? var.elasticache_subnet_group_name : join("", aws_elasticache_subnet_group.default[*].name)

  # The name is given, or that of a new group, or AWS's own.
  parameter_group_name = !local.is_primary ? null : coalesce(
    var.parameter_group_name,
    var.create_parameter_group ? "${module.this.id}-${replace(var.family, ".", "-")}" : "default.${var.family}"
  )
}

resource "aws_elasticache_replication_group" "default" {
  count = local.create_normal_instance ? 1 : 0

  replication_group_id        = var.replication_group_id == "" ? module.this.id : var.replication_group_id
  description                 = coalesce(var.description, module.this.id)
  global_replication_group_id = var.global_replication_group_id
  engine                      = local.is_primary ? var.engine : null
  node_type                   = local.is_primary ? var.instance_type : null
  port                        = var.port
  num_cache_clusters          = var.cluster_mode_enabled ? null : var.cluster_size
  num_node_groups             = local.is_primary && var.cluster_mode_enabled ? var.cluster_mode_num_node_groups : null
  replicas_per_node_group     = var.cluster_mode_enabled ? var.cluster_mode_replicas_per_node_group : null
  automatic_failover_enabled  = var.cluster_mode_enabled ? true : var.automatic_failover_enabled
  multi_az_enabled            = var.multi_az_enabled
  preferred_cache_cluster_azs = length(var.availability_zones) == 0 ? null : [for n in range(0, var.cluster_size) : element(var.availability_zones, n)]
  subnet_group_name           = local.elasticache_subnet_group_name
  security_group_ids          = local.create_security_group ? concat(local.associated_security_group_ids, [module.aws_security_group.id]) : local.associated_security_group_ids
  parameter_group_name        = local.parameter_group_name
  snapshot_retention_limit    = var.snapshot_retention_limit
  snapshot_name               = var.snapshot_name
  user_group_ids              = var.user_group_ids
  tags                        = module.this.tags

  number_cache_clusters         = null # the arguments' old names
  replication_group_description = null
  availability_zones            = null

  cluster_mode = null
  dynamic "node_group_configuration" {
    for_each = []
    content {}
  }
}

resource "aws_elasticache_serverless_cache" "default" {
  count = local.create_serverless_instance ? 1 : 0

  name                     = var.replication_group_id == "" ? module.this.id : var.replication_group_id
  description              = coalesce(var.description, module.this.id)
  engine                   = var.engine
  subnet_ids               = var.subnets
  security_group_ids       = local.create_security_group ? concat(local.associated_security_group_ids, [module.aws_security_group.id]) : local.associated_security_group_ids
  snapshot_retention_limit = var.snapshot_retention_limit
  tags                     = module.this.tags
}

resource "aws_elasticache_subnet_group" "default" {
  count = local.enabled && var.elasticache_subnet_group_name == "" && length(var.subnets) > 0 ? 1 : 0

  name       = module.this.id
  subnet_ids = var.subnets
  tags       = module.this.tags
}

resource "aws_elasticache_parameter_group" "default" {
  count = local.enabled && local.create_parameter_group ? 1 : 0

  name   = local.parameter_group_name
  family = var.family

  dynamic "parameter" {
    for_each = var.cluster_mode_enabled ? concat([{ name = "cluster-enabled", value = "yes" }], var.parameter) : var.parameter

    content {
      name  = parameter.value.name
      value = tostring(parameter.value.value)
    }
  }
}

locals {
  member_clusters_count = var.cluster_mode_enabled ? var.cluster_mode_num_node_groups * (var.cluster_mode_replicas_per_node_group + 1) : var.cluster_size
}

resource "aws_cloudwatch_metric_alarm" "cache_cpu" {
  count = local.create_normal_instance && var.cloudwatch_metric_alarms_enabled ? local.member_clusters_count : 0

  namespace     = "AWS/ElastiCache"
  metric_name   = "CPUUtilization"
  alarm_actions = var.alarm_actions
}

resource "aws_cloudwatch_metric_alarm" "cache_memory" {
  count = local.create_normal_instance && var.cloudwatch_metric_alarms_enabled ? local.member_clusters_count : 0

  namespace     = "AWS/ElastiCache"
  metric_name   = "FreeableMemory"
  alarm_actions = var.alarm_actions
}

locals {
  in_replication_group = var.replication_group_id != null
  is_global            = var.create_primary_global_replication_group || var.create_secondary_global_replication_group

  port                 = var.engine == "memcached" ? 11211 : 6379
  security_group_ids   = local.create_security_group ? concat(var.security_group_ids, [aws_security_group.this[0].id]) : var.security_group_ids
  subnet_group_name    = var.create && var.create_subnet_group ? aws_elasticache_subnet_group.this[0].name : var.subnet_group_name
  parameter_group_name = var.create && var.create_parameter_group ? aws_elasticache_parameter_group.this[0].id : var.parameter_group_name
  tags                 = merge(var.tags, { terraform-aws-modules = "elasticache" })
}

resource "aws_elasticache_replication_group" "this" {
  count = var.create && var.create_replication_group && !local.is_global ? 1 : 0

  replication_group_id        = var.replication_group_id
  description                 = coalesce(var.description, "Replication group")
  global_replication_group_id = var.global_replication_group_id
  engine                      = var.engine
  node_type                   = var.node_type
  port                        = coalesce(var.port, local.port)
  num_cache_clusters          = var.cluster_mode_enabled ? null : var.num_cache_clusters
  num_node_groups             = var.cluster_mode_enabled ? var.num_node_groups : null
  replicas_per_node_group     = var.replicas_per_node_group
  cluster_mode                = var.cluster_mode
  automatic_failover_enabled  = var.multi_az_enabled || var.cluster_mode_enabled ? true : var.automatic_failover_enabled
  multi_az_enabled            = var.multi_az_enabled
  preferred_cache_cluster_azs = var.preferred_cache_cluster_azs
  subnet_group_name           = local.subnet_group_name
  security_group_ids          = local.security_group_ids
  parameter_group_name        = local.parameter_group_name
  snapshot_retention_limit    = var.snapshot_retention_limit
  snapshot_name               = var.snapshot_name
  auth_token                  = var.auth_token
  user_group_ids              = var.user_group_ids
  tags                        = local.tags

  number_cache_clusters         = null # the arguments' old names
  replication_group_description = null
  availability_zones            = null

  dynamic "node_group_configuration" {
    for_each = []
    content {}
  }
}

resource "aws_elasticache_replication_group" "global" {
  count = var.create && var.create_replication_group && local.is_global ? 1 : 0

  replication_group_id        = var.replication_group_id
  description                 = coalesce(var.description, "Global replication group")
  global_replication_group_id = var.create_secondary_global_replication_group ? var.global_replication_group_id : null
  engine                      = var.create_secondary_global_replication_group ? null : var.engine
  node_type                   = var.node_type
  port                        = coalesce(var.port, local.port)
  num_cache_clusters          = var.cluster_mode_enabled ? null : var.num_cache_clusters
  num_node_groups             = var.create_secondary_global_replication_group || !var.cluster_mode_enabled ? null : var.num_node_groups
  replicas_per_node_group     = var.replicas_per_node_group
  cluster_mode                = var.cluster_mode
  automatic_failover_enabled  = var.multi_az_enabled || var.cluster_mode_enabled ? true : var.automatic_failover_enabled
  multi_az_enabled            = var.multi_az_enabled
  preferred_cache_cluster_azs = var.preferred_cache_cluster_azs
  subnet_group_name           = local.subnet_group_name
  security_group_ids          = local.security_group_ids
  parameter_group_name        = var.create_secondary_global_replication_group ? null : local.parameter_group_name
  snapshot_retention_limit    = var.snapshot_retention_limit
  snapshot_name               = var.create_secondary_global_replication_group ? null : var.snapshot_name
  auth_token                  = var.auth_token
  user_group_ids              = var.user_group_ids
  tags                        = local.tags

  number_cache_clusters         = null
  replication_group_description = null
  availability_zones            = null

  dynamic "node_group_configuration" {
    for_each = []
    content {}
  }
}

resource "aws_elasticache_global_replication_group" "this" {
  count = var.create && var.create_replication_group && var.create_primary_global_replication_group ? 1 : 0

  primary_replication_group_id = aws_elasticache_replication_group.global[0].id
  automatic_failover_enabled   = var.automatic_failover_enabled
  cache_node_type              = var.node_type
}

resource "aws_elasticache_cluster" "this" {
  count = var.create && var.create_cluster ? 1 : 0

  cluster_id                   = var.cluster_id
  engine                       = local.in_replication_group ? null : var.engine
  node_type                    = local.in_replication_group ? null : var.node_type
  num_cache_nodes              = local.in_replication_group ? null : var.num_cache_nodes
  port                         = local.in_replication_group ? null : coalesce(var.port, local.port)
  replication_group_id         = var.create && var.create_replication_group ? aws_elasticache_replication_group.this[0].id : var.replication_group_id
  az_mode                      = local.in_replication_group ? null : var.az_mode
  availability_zone            = var.availability_zone
  preferred_availability_zones = var.preferred_availability_zones
  availability_zones           = null
  outpost_mode                 = var.outpost_mode
  subnet_group_name            = local.in_replication_group ? null : local.subnet_group_name
  security_group_ids           = local.in_replication_group ? null : local.security_group_ids
  parameter_group_name         = local.in_replication_group ? null : local.parameter_group_name
  snapshot_retention_limit     = local.in_replication_group ? null : var.snapshot_retention_limit
  snapshot_name                = local.in_replication_group ? null : var.snapshot_name
  tags                         = local.tags
}

resource "aws_elasticache_subnet_group" "this" {
  count = var.create && var.create_subnet_group ? 1 : 0

  name       = try(coalesce(var.subnet_group_name, var.cluster_id, var.replication_group_id), "")
  subnet_ids = var.subnet_ids
  tags       = local.tags
}

resource "random_id" "this" {
  count = var.create && var.create_parameter_group ? 1 : 0
}

resource "aws_elasticache_parameter_group" "this" {
  count = var.create && var.create_parameter_group ? 1 : 0

  name   = coalesce(var.parameter_group_name, "${try(coalesce(var.cluster_id, var.replication_group_id), "")}-${replace(var.parameter_group_family, ".", "-")}-${try(random_id.this[0].hex, "")}")
  family = var.parameter_group_family

  dynamic "parameter" {
    for_each = var.cluster_mode_enabled ? concat([{ name = "cluster-enabled", value = "yes" }], var.parameters) : var.parameters

    content {
      name  = parameter.value.name
      value = parameter.value.value
    }
  }
}

locals {
  create_security_group = var.create && var.create_security_group
  security_group_name   = try(coalesce(var.security_group_name, var.cluster_id, var.replication_group_id), "")
}

resource "aws_security_group" "this" {
  count = local.create_security_group ? 1 : 0

  name        = var.security_group_use_name_prefix ? null : local.security_group_name
  name_prefix = var.security_group_use_name_prefix ? "${local.security_group_name}-" : null
  vpc_id      = var.vpc_id
  tags        = merge(local.tags, var.security_group_tags)

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
  for_each = { for k, v in var.security_group_rules : k => v if local.create_security_group && try(v.type, "ingress") == "ingress" }

  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = try(each.value.ip_protocol, "tcp")
  from_port                    = try(each.value.from_port, local.port)
  to_port                      = try(each.value.to_port, local.port)
  cidr_ipv4                    = lookup(each.value, "cidr_ipv4", null)
  cidr_ipv6                    = lookup(each.value, "cidr_ipv6", null)
  prefix_list_id               = lookup(each.value, "prefix_list_id", null)
  referenced_security_group_id = lookup(each.value, "referenced_security_group_id", null) == "self" ? aws_security_group.this[0].id : lookup(each.value, "referenced_security_group_id", null)
}

resource "aws_vpc_security_group_egress_rule" "this" {
  for_each = { for k, v in var.security_group_rules : k => v if local.create_security_group && try(v.type, "ingress") == "egress" }

  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = try(each.value.ip_protocol, "tcp")
  from_port                    = try(each.value.from_port, null)
  to_port                      = try(each.value.to_port, null)
  cidr_ipv4                    = lookup(each.value, "cidr_ipv4", null)
  cidr_ipv6                    = lookup(each.value, "cidr_ipv6", null)
  prefix_list_id               = lookup(each.value, "prefix_list_id", null)
  referenced_security_group_id = lookup(each.value, "referenced_security_group_id", null) == "self" ? aws_security_group.this[0].id : lookup(each.value, "referenced_security_group_id", null)
}

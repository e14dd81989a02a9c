# What a service runs on, and how its tasks are replaced. Version 5 has empty maps where later ones have null.

locals {
  is_external     = var.deployment_controller == null ? false : lookup(var.deployment_controller, "type", null) == "EXTERNAL"
  is_daemon       = var.scheduling_strategy == "DAEMON"
  is_fargate      = var.launch_type == "FARGATE"
  create_service  = var.create && var.create_service
  create_task     = var.create && var.create_task_definition
  task_definition = local.create_task ? local.own_task : var.task_definition_arn

  alarms          = length(var.alarms == null ? {} : var.alarms) > 0 ? [var.alarms] : []
  strategy        = var.capacity_provider_strategy == null ? {} : var.capacity_provider_strategy
  circuit_breaker = length(var.deployment_circuit_breaker == null ? {} : var.deployment_circuit_breaker) > 0 ? [var.deployment_circuit_breaker] : []
  controller      = length(var.deployment_controller == null ? {} : var.deployment_controller) > 0 ? [var.deployment_controller] : []
  placed          = { for i, v in var.ordered_placement_strategy == null ? [] : var.ordered_placement_strategy : i => v }
}

resource "aws_ecs_service" "this" {
  count = local.create_service && !var.ignore_task_definition_changes ? 1 : 0

  name                               = var.name
  cluster                            = var.cluster_arn
  task_definition                    = local.task_definition
  desired_count                      = local.is_daemon || local.is_external ? null : var.desired_count
  deployment_maximum_percent         = local.is_daemon || local.is_external ? null : var.deployment_maximum_percent
  deployment_minimum_healthy_percent = local.is_daemon || local.is_external ? null : var.deployment_minimum_healthy_percent
  health_check_grace_period_seconds  = var.health_check_grace_period_seconds
  launch_type                        = local.is_external || length(local.strategy) > 0 ? null : var.launch_type
  platform_version                   = local.is_fargate && !local.is_external ? var.platform_version : null
  scheduling_strategy                = local.is_fargate ? "REPLICA" : var.scheduling_strategy
  availability_zone_rebalancing      = var.availability_zone_rebalancing
  iam_role                           = local.iam_role_arn
  tags                               = merge(var.tags, var.service_tags)

  dynamic "alarms" {
    for_each = local.alarms
    content {
      alarm_names = alarms.value.alarm_names
      enable      = lookup(alarms.value, "enable", true)
      rollback    = lookup(alarms.value, "rollback", true)
    }
  }
  dynamic "capacity_provider_strategy" {
    for_each = local.is_external ? {} : local.strategy
    content {
      base              = lookup(capacity_provider_strategy.value, "base", null)
      capacity_provider = capacity_provider_strategy.value.capacity_provider
      weight            = lookup(capacity_provider_strategy.value, "weight", local.no_weight)
    }
  }
  dynamic "deployment_circuit_breaker" {
    for_each = local.circuit_breaker
    content {
      enable   = deployment_circuit_breaker.value.enable
      rollback = deployment_circuit_breaker.value.rollback
    }
  }
  dynamic "deployment_configuration" {
    for_each = local.deployment_configuration[*]
    content {
      strategy             = lookup(deployment_configuration.value, "strategy", null)
      bake_time_in_minutes = lookup(deployment_configuration.value, "bake_time_in_minutes", null)
      dynamic "linear_configuration" {
        for_each = lookup(deployment_configuration.value, "linear_configuration", null)[*]
        content {
          step_bake_time_in_minutes = lookup(linear_configuration.value, "step_bake_time_in_minutes", null)
          step_percent              = lookup(linear_configuration.value, "step_percent", null)
        }
      }
      dynamic "canary_configuration" {
        for_each = lookup(deployment_configuration.value, "canary_configuration", null)[*]
        content {
          canary_bake_time_in_minutes = lookup(canary_configuration.value, "canary_bake_time_in_minutes", null)
          canary_percent              = lookup(canary_configuration.value, "canary_percent", null)
        }
      }
      dynamic "lifecycle_hook" {
        for_each = lookup(deployment_configuration.value, "lifecycle_hook", null) == null ? {} : deployment_configuration.value.lifecycle_hook
        content {
          hook_target_arn  = lifecycle_hook.value.hook_target_arn
          role_arn         = lookup(lifecycle_hook.value, "role_arn", null)
          lifecycle_stages = lifecycle_hook.value.lifecycle_stages
          hook_details     = lookup(lifecycle_hook.value, "hook_details", null)
        }
      }
    }
  }
  dynamic "deployment_controller" {
    for_each = local.controller
    content {
      type = lookup(deployment_controller.value, "type", null)
    }
  }
  dynamic "load_balancer" {
    for_each = local.load_balancers
    content {
      container_name   = load_balancer.value.container_name
      container_port   = load_balancer.value.container_port
      elb_name         = lookup(load_balancer.value, "elb_name", null)
      target_group_arn = lookup(load_balancer.value, "target_group_arn", null)
    }
  }
  dynamic "network_configuration" {
    for_each = var.network_mode == "awsvpc" && !local.is_external ? [1] : []
    content {
      assign_public_ip = var.assign_public_ip
      security_groups  = flatten(concat(aws_security_group.this[*].id, var.security_group_ids))
      subnets          = var.subnet_ids
    }
  }
  dynamic "ordered_placement_strategy" {
    for_each = var.ordered_placement_strategy == null ? [] : values(local.placed)
    content {
      field = lookup(ordered_placement_strategy.value, "field", null)
      type  = ordered_placement_strategy.value.type
    }
  }

  lifecycle {
    ignore_changes = [desired_count]
  }
}

resource "aws_ecs_service" "ignore_task_definition" {
  count = local.create_service && var.ignore_task_definition_changes ? 1 : 0

  name                               = var.name
  cluster                            = var.cluster_arn
  task_definition                    = local.task_definition
  desired_count                      = local.is_daemon || local.is_external ? null : var.desired_count
  deployment_maximum_percent         = local.is_daemon || local.is_external ? null : var.deployment_maximum_percent
  deployment_minimum_healthy_percent = local.is_daemon || local.is_external ? null : var.deployment_minimum_healthy_percent
  health_check_grace_period_seconds  = var.health_check_grace_period_seconds
  launch_type                        = local.is_external || length(local.strategy) > 0 ? null : var.launch_type
  platform_version                   = local.is_fargate && !local.is_external ? var.platform_version : null
  scheduling_strategy                = local.is_fargate ? "REPLICA" : var.scheduling_strategy
  availability_zone_rebalancing      = var.availability_zone_rebalancing
  iam_role                           = local.iam_role_arn
  tags                               = merge(var.tags, var.service_tags)

  dynamic "alarms" {
    for_each = local.alarms
    content {
      alarm_names = alarms.value.alarm_names
      enable      = lookup(alarms.value, "enable", true)
      rollback    = lookup(alarms.value, "rollback", true)
    }
  }
  dynamic "capacity_provider_strategy" {
    for_each = local.is_external ? {} : local.strategy
    content {
      base              = lookup(capacity_provider_strategy.value, "base", null)
      capacity_provider = capacity_provider_strategy.value.capacity_provider
      weight            = lookup(capacity_provider_strategy.value, "weight", local.no_weight)
    }
  }
  dynamic "deployment_circuit_breaker" {
    for_each = local.circuit_breaker
    content {
      enable   = deployment_circuit_breaker.value.enable
      rollback = deployment_circuit_breaker.value.rollback
    }
  }
  dynamic "deployment_configuration" {
    for_each = local.deployment_configuration[*]
    content {
      strategy             = lookup(deployment_configuration.value, "strategy", null)
      bake_time_in_minutes = lookup(deployment_configuration.value, "bake_time_in_minutes", null)
      dynamic "linear_configuration" {
        for_each = lookup(deployment_configuration.value, "linear_configuration", null)[*]
        content {
          step_bake_time_in_minutes = lookup(linear_configuration.value, "step_bake_time_in_minutes", null)
          step_percent              = lookup(linear_configuration.value, "step_percent", null)
        }
      }
      dynamic "canary_configuration" {
        for_each = lookup(deployment_configuration.value, "canary_configuration", null)[*]
        content {
          canary_bake_time_in_minutes = lookup(canary_configuration.value, "canary_bake_time_in_minutes", null)
          canary_percent              = lookup(canary_configuration.value, "canary_percent", null)
        }
      }
      dynamic "lifecycle_hook" {
        for_each = lookup(deployment_configuration.value, "lifecycle_hook", null) == null ? {} : deployment_configuration.value.lifecycle_hook
        content {
          hook_target_arn  = lifecycle_hook.value.hook_target_arn
          role_arn         = lookup(lifecycle_hook.value, "role_arn", null)
          lifecycle_stages = lifecycle_hook.value.lifecycle_stages
          hook_details     = lookup(lifecycle_hook.value, "hook_details", null)
        }
      }
    }
  }
  dynamic "deployment_controller" {
    for_each = local.controller
    content {
      type = lookup(deployment_controller.value, "type", null)
    }
  }
  dynamic "load_balancer" {
    for_each = local.load_balancers
    content {
      container_name   = load_balancer.value.container_name
      container_port   = load_balancer.value.container_port
      elb_name         = lookup(load_balancer.value, "elb_name", null)
      target_group_arn = lookup(load_balancer.value, "target_group_arn", null)
    }
  }
  dynamic "network_configuration" {
    for_each = var.network_mode == "awsvpc" && !local.is_external ? [1] : []
    content {
      assign_public_ip = var.assign_public_ip
      security_groups  = flatten(concat(aws_security_group.this[*].id, var.security_group_ids))
      subnets          = var.subnet_ids
    }
  }
  dynamic "ordered_placement_strategy" {
    for_each = var.ordered_placement_strategy == null ? [] : values(local.placed)
    content {
      field = lookup(ordered_placement_strategy.value, "field", null)
      type  = ordered_placement_strategy.value.type
    }
  }

  lifecycle {
    ignore_changes = [desired_count, task_definition, load_balancer]
  }
}

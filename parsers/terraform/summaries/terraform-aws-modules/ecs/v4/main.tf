variable "create" {
  type    = bool
  default = true
}
variable "cluster_name" {
  type    = string
  default = ""
}
variable "default_capacity_provider_use_fargate" {
  type    = bool
  default = true
}
variable "fargate_capacity_providers" { default = {} }
variable "autoscaling_capacity_providers" { default = {} }
variable "tags" {
  type    = map(string)
  default = {}
}

locals {
  by_default = merge(
    { for k, v in var.fargate_capacity_providers : k => v if var.default_capacity_provider_use_fargate },
    { for k, v in var.autoscaling_capacity_providers : k => v if !var.default_capacity_provider_use_fargate },
  )
}

resource "aws_ecs_cluster" "this" {
  count = var.create ? 1 : 0

  name = var.cluster_name
  tags = var.tags
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  count = var.create && length(merge(var.fargate_capacity_providers, var.autoscaling_capacity_providers)) > 0 ? 1 : 0

  cluster_name = aws_ecs_cluster.this[0].name
  capacity_providers = distinct(concat(
    [for k, v in var.fargate_capacity_providers : lookup(v, "name", k)],
    [for k, v in var.autoscaling_capacity_providers : lookup(v, "name", k)],
  ))

  dynamic "default_capacity_provider_strategy" {
    for_each = local.by_default
    iterator = strategy

    content {
      capacity_provider = lookup(strategy.value, "name", strategy.key)
      base              = lookup(lookup(strategy.value, "default_capacity_provider_strategy", {}), "base", null)
      weight            = lookup(lookup(strategy.value, "default_capacity_provider_strategy", {}), "weight", null)
    }
  }
}

resource "aws_ecs_capacity_provider" "this" {
  for_each = { for k, v in var.autoscaling_capacity_providers : k => v if var.create }

  name = lookup(each.value, "name", each.key)

  auto_scaling_group_provider {
    auto_scaling_group_arn         = each.value.auto_scaling_group_arn
    managed_termination_protection = lookup(each.value, "managed_termination_protection", null)

    dynamic "managed_scaling" {
      for_each = try([each.value.managed_scaling], [])

      content {
        instance_warmup_period    = lookup(managed_scaling.value, "instance_warmup_period", null)
        maximum_scaling_step_size = lookup(managed_scaling.value, "maximum_scaling_step_size", null)
        minimum_scaling_step_size = lookup(managed_scaling.value, "minimum_scaling_step_size", null)
        status                    = lookup(managed_scaling.value, "status", null)
        target_capacity           = lookup(managed_scaling.value, "target_capacity", null)
      }
    }
  }
}

output "cluster_arn" { value = try(aws_ecs_cluster.this[0].arn, null) }
output "cluster_id" { value = try(aws_ecs_cluster.this[0].id, null) }
output "cluster_name" { value = try(aws_ecs_cluster.this[0].name, null) }
output "autoscaling_capacity_providers" { value = aws_ecs_capacity_provider.this }

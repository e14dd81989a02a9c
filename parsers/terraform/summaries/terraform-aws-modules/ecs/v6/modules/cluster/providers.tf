variable "autoscaling_capacity_providers" {
  type = map(object({
    auto_scaling_group_arn = string
    managed_draining       = optional(string, "ENABLED")
    managed_scaling = optional(object({
      instance_warmup_period    = optional(number)
      maximum_scaling_step_size = optional(number)
      minimum_scaling_step_size = optional(number)
      status                    = optional(string)
      target_capacity           = optional(number)
    }))
    managed_termination_protection = optional(string)
    name                           = optional(string)
  }))
  default = null
}

locals {
  providers = var.autoscaling_capacity_providers == null ? {} : var.autoscaling_capacity_providers
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  count = var.create ? 1 : 0

  cluster_name = aws_ecs_cluster.this[0].name
  capacity_providers = distinct(concat(
    [for k, v in var.default_capacity_provider_strategy : v.name == null ? k : v.name],
    [for k, v in local.providers : v.name == null ? k : v.name],
  ))

  dynamic "default_capacity_provider_strategy" {
    for_each = var.default_capacity_provider_strategy
    iterator = strategy

    content {
      base              = strategy.value.base
      capacity_provider = strategy.value.name == null ? strategy.key : strategy.value.name
      weight            = strategy.value.weight
    }
  }
}

resource "aws_ecs_capacity_provider" "this" {
  for_each = { for k, v in local.providers : k => v if var.create }

  name = each.value.name == null ? each.key : each.value.name

  auto_scaling_group_provider {
    auto_scaling_group_arn         = each.value.auto_scaling_group_arn
    managed_draining               = each.value.managed_draining
    managed_termination_protection = each.value.managed_scaling == null ? "DISABLED" : each.value.managed_termination_protection

    dynamic "managed_scaling" {
      for_each = each.value.managed_scaling == null ? [] : [each.value.managed_scaling]

      content {
        instance_warmup_period    = managed_scaling.value.instance_warmup_period
        maximum_scaling_step_size = managed_scaling.value.maximum_scaling_step_size
        minimum_scaling_step_size = managed_scaling.value.minimum_scaling_step_size
        status                    = managed_scaling.value.status
        target_capacity           = managed_scaling.value.target_capacity
      }
    }
  }
}

output "autoscaling_capacity_providers" { value = aws_ecs_capacity_provider.this }

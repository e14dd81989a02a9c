variable "cluster_capacity_providers" {
  type     = list(string)
  default  = []
  nullable = false
}
variable "capacity_providers" {
  type = map(object({
    auto_scaling_group_provider = optional(object({
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
    }))
    managed_instances_provider = optional(any)
    name                       = optional(string)
  }))
  default = null
}

locals {
  providers = var.capacity_providers == null ? {} : var.capacity_providers
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  count = var.create ? 1 : 0

  cluster_name = aws_ecs_cluster.this[0].name

  dynamic "default_capacity_provider_strategy" {
    for_each = var.default_capacity_provider_strategy
    iterator = strategy

    content {
      base              = strategy.value.base
      capacity_provider = strategy.value.name == null ? strategy.key : strategy.value.name
      weight            = strategy.value.weight == null ? 1 : strategy.value.weight
    }
  }
}

# Managed instances are launched by ECS itself.
resource "aws_ecs_capacity_provider" "this" {
  for_each = { for k, v in local.providers : k => v if var.create }

  name = each.value.name == null ? each.key : each.value.name

  dynamic "auto_scaling_group_provider" {
    for_each = each.value.auto_scaling_group_provider == null ? [] : [each.value.auto_scaling_group_provider]
    iterator = group

    content {
      auto_scaling_group_arn         = group.value.auto_scaling_group_arn
      managed_draining               = group.value.managed_draining
      managed_termination_protection = group.value.managed_scaling == null ? "DISABLED" : group.value.managed_termination_protection

      dynamic "managed_scaling" {
        for_each = group.value.managed_scaling == null ? [] : [group.value.managed_scaling]

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
}

variable "create_ecs" {
  type    = bool
  default = true
}
variable "name" {
  type    = string
  default = null
}
variable "capacity_providers" {
  type    = list(string)
  default = []
}
variable "default_capacity_provider_strategy" { default = [] }
variable "tags" {
  type    = map(string)
  default = {}
}

resource "aws_ecs_cluster" "this" {
  count = var.create_ecs ? 1 : 0

  name               = var.name
  capacity_providers = var.capacity_providers
  tags               = var.tags

  dynamic "default_capacity_provider_strategy" {
    for_each = var.default_capacity_provider_strategy
    iterator = strategy

    content {
      capacity_provider = strategy.value.capacity_provider
      weight            = lookup(strategy.value, "weight", null)
      base              = lookup(strategy.value, "base", null)
    }
  }
}

output "this_ecs_cluster_id" { value = concat(aws_ecs_cluster.this.*.id, [""])[0] }
output "this_ecs_cluster_arn" { value = concat(aws_ecs_cluster.this.*.arn, [""])[0] }
output "this_ecs_cluster_name" { value = var.name }

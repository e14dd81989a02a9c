variable "create" {
  type     = bool
  default  = true
  nullable = false
}
variable "name" {
  type    = string
  default = ""
}
variable "default_capacity_provider_strategy" {
  type = map(object({
    base   = optional(number)
    name   = optional(string)
    weight = optional(number)
  }))
  default  = {}
  nullable = false
}
variable "tags" {
  type    = map(string)
  default = {}
}

resource "aws_ecs_cluster" "this" {
  count = var.create ? 1 : 0

  name = var.name
  tags = var.tags
}

locals {
  called = var.name
}

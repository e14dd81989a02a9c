variable "config" {
  type = any
}

variable "configs" {
  type = map(any)
}

variable "list" {
  type = list(any)
}

resource "aws_sqs_queue" "each" {
  for_each = { for k, v in var.configs : k => merge({ size = 0, name = k }, v) }
  name     = each.value.name
  size     = each.value.size
}

output "all" {
  value = [try(var.config.list[0], "none"), var.list, [for q in aws_sqs_queue.each : "${q.name}${q.size}"], can(var.config.nested.deep)]
}

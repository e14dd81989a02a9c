variable "names" {
  type = set(string)
}

variable "prefix" {
  type = string
}

locals {
  prefix = coalesce(var.prefix, "nil-")
}

resource "aws_ssm_parameter" "name" {
  for_each = var.names
  name     = "${local.prefix}${each.key}"
}

output "of" {
  value = { for k, p in aws_ssm_parameter.name : k => p.name }
}

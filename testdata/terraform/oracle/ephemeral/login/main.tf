variable "token" {
  type      = string
  ephemeral = true
}

locals {
  bearer = "Bearer ${var.token}"
}

output "header" {
  value     = local.bearer
  ephemeral = true
}

variable "settings" {
  type = object({
    name   = string
    cpu    = number
    memory = number
    env    = optional(map(string), {})
    ports  = optional(list(number))
  })
}

resource "aws_ecs_service" "this" {
  name   = var.settings.name
  cpu    = var.settings.cpu
  memory = var.settings.memory
  env    = [for k, v in var.settings.env : { name = k, value = v }]
  port   = try(var.settings.ports[0], null)
}

output "name" {
  value = aws_ecs_service.this.name
}

output "cpu" {
  value = aws_ecs_service.this.cpu
}

variable "rollback" {
  type = bool
}

resource "aws_ecs_service" "web" { # unknown AL953
  name            = "web"
  task_definition = "web:1"

  deployment_circuit_breaker {
    enable   = true
    rollback = var.rollback
  }
}

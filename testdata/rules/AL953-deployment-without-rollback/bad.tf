resource "aws_ecs_service" "absent" { # want AL953 "a deployment of aws_ecs_service.absent that fails is not undone"
  name            = "absent"
  task_definition = "web:1"
}

resource "aws_ecs_service" "stops" {
  name            = "stops"
  task_definition = "web:1"

  deployment_circuit_breaker {
    enable   = true
    rollback = false # want AL953 "a deployment of aws_ecs_service.stops that fails is not undone"
  }
}

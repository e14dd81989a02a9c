resource "aws_ecs_service" "breaker" {
  name            = "breaker"
  task_definition = "web:1"

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
}

resource "aws_ecs_service" "alarms" {
  name            = "alarms"
  task_definition = "web:1"

  alarms {
    alarm_names = ["errors"]
    enable      = true
    rollback    = true
  }
}

resource "aws_ecs_service" "deployed" {
  name            = "deployed"
  task_definition = "web:1"

  deployment_controller {
    type = "CODE_DEPLOY"
  }
}

resource "aws_ecs_service" "green" {
  name            = "green"
  task_definition = "web:1"

  deployment_configuration {
    strategy = "BLUE_GREEN"
  }
}

variable "subnets" {
  type = list(string)
}

resource "aws_ecs_service" "web" { # unknown AL951
  name            = "web"
  task_definition = "web:1"

  network_configuration {
    subnets = var.subnets
  }
}

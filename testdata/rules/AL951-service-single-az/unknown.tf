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

# Masks of two subnets, which may be two.
resource "aws_ecs_service" "masked" { # unknown AL951
  name            = "masked"
  task_definition = "masked:1"

  network_configuration {
    subnets = ["subnet-xxxxxxxx", "subnet-xxxxxxxx"]
  }
}

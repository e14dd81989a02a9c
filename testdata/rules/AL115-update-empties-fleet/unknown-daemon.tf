resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

# It need keep no task unless it says so, but how many it runs is not in sight.
resource "aws_ecs_service" "daemon" { # unknown AL115
  name                = "daemon"
  task_definition     = "web:1"
  scheduling_strategy = "DAEMON"

  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 80
  }
}

resource "aws_ecs_service" "half" {
  name                               = "half"
  task_definition                    = "web:1"
  scheduling_strategy                = "DAEMON"
  deployment_minimum_healthy_percent = 50

  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 80
  }
}

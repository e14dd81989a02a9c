variable "tasks" {
  type = number
}

resource "aws_lb_target_group" "web" {
  port        = 80
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = "vpc-1"
}

resource "aws_ecs_service" "web" { # unknown AL950
  name            = "web"
  task_definition = "web:1"
  desired_count   = var.tasks

  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 80
  }
}

resource "aws_lb_target_group" "web" {
  port        = 80
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = "vpc-1"
}

resource "aws_ecs_service" "two" {
  name            = "two"
  task_definition = "web:1"
  desired_count   = 2

  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 80
  }
}

resource "aws_ecs_service" "scaled" {
  name            = "scaled"
  task_definition = "web:1"
  desired_count   = 1

  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 80
  }
}

resource "aws_appautoscaling_target" "scaled" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/main/${aws_ecs_service.scaled.name}"
  min_capacity       = 2
  max_capacity       = 8
}

resource "aws_ecs_service" "worker" {
  name            = "worker"
  task_definition = "web:1"
  desired_count   = 1
}

resource "aws_ecs_service" "agent" {
  name                = "agent"
  task_definition     = "web:1"
  scheduling_strategy = "DAEMON"

  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 80
  }
}

# A server that builds cannot run twice.
resource "aws_ecs_service" "build" {
  name            = "teamcity-server"
  task_definition = "web:1"
  desired_count   = 1

  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 80
  }
}

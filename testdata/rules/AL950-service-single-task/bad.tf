resource "aws_lb_target_group" "web" {
  port        = 80
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = "vpc-1"
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web:1"
  desired_count   = 1 # want AL950 "aws_ecs_service.web runs one task behind its load balancer:"

  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 80
  }
}

resource "aws_ecs_service" "scaled" {
  name            = "scaled"
  task_definition = "web:1"
  desired_count   = 1 # want AL950 "aws_ecs_service.scaled runs one task"

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
  min_capacity       = 1
  max_capacity       = 8
}

resource "aws_lb_target_group" "web" {
  port        = 80
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = "vpc-1"
}

# Terraform starts none where nothing is written: somebody else sets the number.
resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web:1"

  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 80
  }
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name         = "web"
    image        = "wordpress:6.5-apache"
    portMappings = [{ containerPort = 80 }]
  }])

  # What the directory of its instance holds is not known.
  volume {
    name      = "uploads"
    host_path = "/mnt/uploads"
  }
}

resource "aws_ecs_service" "web" { # unknown AL708
  name            = "web"
  launch_type     = "EC2"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  load_balancer {
    container_name   = "web"
    container_port   = 80
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

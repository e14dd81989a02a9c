resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  container_definitions = jsonencode([{
    name         = "web"
    image        = "wordpress:6.5-apache"
    portMappings = [{ containerPort = 80 }]
    mountPoints  = [{ sourceVolume = "uploads", containerPath = "/var/www/html/wp-content" }]
  }])

  volume {
    name = "uploads"
    efs_volume_configuration {
      file_system_id = aws_efs_file_system.uploads.id
    }
  }
}

resource "aws_ecs_service" "web" {
  name            = "web"
  launch_type     = "FARGATE"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  network_configuration {
    subnets = ["subnet-1", "subnet-2"]
  }

  load_balancer {
    container_name   = "web"
    container_port   = 80
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_lb_target_group" "web" {
  port        = 80
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = "vpc-1"
}

resource "aws_efs_file_system" "uploads" {}

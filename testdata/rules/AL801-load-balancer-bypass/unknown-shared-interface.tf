variable "cluster" {
  type = string
}

# The instances that run its tasks are not in sight.
resource "aws_ecs_service" "web" { # unknown AL801
  name            = "web"
  cluster         = var.cluster
  launch_type     = "EC2"
  task_definition = "web"
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

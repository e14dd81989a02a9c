variable "fargate" {
  type = bool
}

resource "aws_security_group" "all" { # want AL806 "aws_security_group.all guards aws_lb.web as well as aws_ecs_service.web"
  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "web" {
  subnets         = ["subnet-1", "subnet-2"]
  security_groups = [aws_security_group.all.id]
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

# Where it is, it carries the group of the load balancer, which is always there.
resource "aws_ecs_service" "web" {
  count           = var.fargate ? 1 : 0
  name            = "web"
  launch_type     = "FARGATE"
  task_definition = "web"
  desired_count   = 2

  network_configuration {
    subnets         = ["subnet-1", "subnet-2"]
    security_groups = [aws_security_group.all.id]
  }

  load_balancer {
    container_name   = "web"
    container_port   = 80
    target_group_arn = aws_lb_target_group.web.arn
  }
}

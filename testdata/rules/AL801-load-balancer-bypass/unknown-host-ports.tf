variable "ports" {
  type = list(any)
}

# On which ports of their instances the tasks take requests is not known.
resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_security_group" "instances" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 32768
    to_port     = 65535
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_launch_template" "instances" {
  image_id               = "ami-1"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.instances.id]
  user_data              = base64encode("#!/bin/bash\necho ECS_CLUSTER=${aws_ecs_cluster.main.name} >> /etc/ecs/ecs.config")
}

resource "aws_autoscaling_group" "instances" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-1", "subnet-2"]

  launch_template {
    id = aws_launch_template.instances.id
  }
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name         = "web"
    image        = "httpd"
    portMappings = var.ports
  }])
}

resource "aws_ecs_service" "web" { # unknown AL801
  name            = "web"
  cluster         = aws_ecs_cluster.main.id
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

resource "aws_lb" "web" {
  subnets         = ["subnet-1", "subnet-2"]
  security_groups = [aws_security_group.load_balancer.id]
}

resource "aws_security_group" "load_balancer" {
  vpc_id = "vpc-1"
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

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.0.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = "eu-west-1b"
}

resource "aws_ecr_repository" "leases" {
  name = "leases"
}

resource "aws_lb_target_group" "primary" {
  port        = 67
  protocol    = "TCP_UDP"
  target_type = "ip"
  vpc_id      = aws_vpc.main.id
}

resource "aws_lb_target_group" "standby" {
  port        = 67
  protocol    = "TCP_UDP"
  target_type = "ip"
  vpc_id      = aws_vpc.main.id
}

# While the one is replaced the other answers.
resource "aws_ecs_task_definition" "primary" {
  family                = "primary"
  network_mode          = "awsvpc"
  container_definitions = <<-JSON
    [{"name": "server", "image": "${aws_ecr_repository.leases.repository_url}:1", "command": ["serve"], "environment": [{"name": "ROLE", "value": "primary"}]}]
  JSON
}

resource "aws_ecs_service" "primary" {
  name            = "primary"
  task_definition = aws_ecs_task_definition.primary.arn
  desired_count   = 1

  network_configuration {
    subnets = [aws_subnet.a.id]
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.primary.arn
    container_name   = "server"
    container_port   = 67
  }
}

resource "aws_ecs_task_definition" "standby" {
  family                = "standby"
  network_mode          = "awsvpc"
  container_definitions = <<-JSON
    [{"name": "server", "image": "${aws_ecr_repository.leases.repository_url}:1", "command": ["serve"], "environment": [{"name": "ROLE", "value": "standby"}]}]
  JSON
}

resource "aws_ecs_service" "standby" {
  name            = "standby"
  task_definition = aws_ecs_task_definition.standby.arn
  desired_count   = 1

  network_configuration {
    subnets = [aws_subnet.b.id]
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.standby.arn
    container_name   = "server"
    container_port   = 67
  }
}

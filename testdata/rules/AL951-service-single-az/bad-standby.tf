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

# What does other work is no standby, and one in the same zone does not help.
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
    subnets = [aws_subnet.a.id] # want AL951 "primary can run only in eu-west-1a"
  }
}

resource "aws_ecs_task_definition" "other" {
  family                = "other"
  network_mode          = "awsvpc"
  container_definitions = <<-JSON
    [{"name": "server", "image": "${aws_ecr_repository.leases.repository_url}:1", "command": ["report"], "environment": [{"name": "ROLE", "value": "other"}]}]
  JSON
}

resource "aws_ecs_service" "other" {
  name            = "other"
  task_definition = aws_ecs_task_definition.other.arn
  desired_count   = 1

  network_configuration {
    subnets = [aws_subnet.b.id] # want AL951 "other can run only in eu-west-1b"
  }
}

resource "aws_ecs_task_definition" "second" {
  family                = "second"
  network_mode          = "awsvpc"
  container_definitions = <<-JSON
    [{"name": "server", "image": "${aws_ecr_repository.leases.repository_url}:1", "command": ["sweep"], "environment": [{"name": "ROLE", "value": "second"}]}]
  JSON
}

resource "aws_ecs_service" "second" {
  name            = "second"
  task_definition = aws_ecs_task_definition.second.arn
  desired_count   = 1

  network_configuration {
    subnets = [aws_subnet.a.id] # want AL951 "second can run only in eu-west-1a"
  }
}

resource "aws_ecs_task_definition" "third" {
  family                = "third"
  network_mode          = "awsvpc"
  container_definitions = <<-JSON
    [{"name": "server", "image": "${aws_ecr_repository.leases.repository_url}:1", "command": ["sweep"], "environment": [{"name": "ROLE", "value": "third"}]}]
  JSON
}

resource "aws_ecs_service" "third" {
  name            = "third"
  task_definition = aws_ecs_task_definition.third.arn
  desired_count   = 1

  network_configuration {
    subnets = [aws_subnet.a.id] # want AL951 "third can run only in eu-west-1a"
  }
}

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

# A server and its standby: one of them is left.
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
}

# Of one image, whichever it is.
variable "image" {
  type    = string
  default = "leases:1"
}

resource "aws_ecs_task_definition" "twins" {
  family                = "twins"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "server", image = var.image }])
}

resource "aws_ecs_service" "twins" {
  for_each        = { one = aws_subnet.a.id, other = aws_subnet.b.id }
  name            = each.key
  task_definition = aws_ecs_task_definition.twins.arn
  desired_count   = 1

  network_configuration {
    subnets = [each.value]
  }
}

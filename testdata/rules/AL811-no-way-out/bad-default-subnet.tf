# A default subnet leads to the internet and gives instances public addresses; tasks must ask for one.
resource "aws_default_subnet" "a" {
  availability_zone = "eu-west-1a"
}

resource "aws_instance" "web" {
  ami       = "ami-0123456789abcdef0"
  subnet_id = aws_default_subnet.a.id
  user_data = <<-EOT
    #!/bin/bash
    apt-get install -y nginx
  EOT
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "nginx" }])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  launch_type     = "FARGATE"
  task_definition = aws_ecs_task_definition.web.arn

  network_configuration { # want AL811 "aws_ecs_service.web pulls the image nginx, but aws_default_subnet.a leads to an internet gateway, and it has no public address"
    subnets = [aws_default_subnet.a.id]
  }
}

resource "aws_ecs_service" "addressed" {
  name            = "addressed"
  launch_type     = "FARGATE"
  task_definition = aws_ecs_task_definition.web.arn

  network_configuration {
    subnets          = [aws_default_subnet.a.id]
    assign_public_ip = true
  }
}

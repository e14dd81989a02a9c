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

resource "aws_subnet" "c" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.2.0/24"
  availability_zone = "eu-west-1c"
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web:1"
  desired_count   = 2

  network_configuration {
    subnets = [aws_subnet.a.id, aws_subnet.b.id]
  }
}

# It runs where its instances are.
resource "aws_ecs_service" "bridge" {
  name            = "bridge"
  task_definition = "web:1"
}

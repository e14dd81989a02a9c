resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_security_group" "app" {
  vpc_id = aws_vpc.main.id

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

module "database" {
  source = "./database"
  vpc    = aws_vpc.main.id
  admits = aws_security_group.batch.id
}

resource "aws_security_group" "batch" {
  vpc_id = aws_vpc.main.id
}

resource "aws_instance" "batch" {
  ami                    = "ami-0123456789abcdef0"
  subnet_id              = aws_subnet.a.id
  vpc_security_group_ids = [aws_security_group.batch.id]
}

# The secret that holds the address goes to another tier than the one whose group the module is given.
resource "aws_secretsmanager_secret" "database" {
  name = "database"
}

resource "aws_secretsmanager_secret_version" "database" {
  secret_id     = aws_secretsmanager_secret.database.id
  secret_string = jsonencode({ host = module.database.host })
}

resource "aws_ecs_task_definition" "app" {
  family = "app"
  container_definitions = jsonencode([{
    name    = "app"
    image   = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1"
    secrets = [{ name = "DATABASE", valueFrom = aws_secretsmanager_secret.database.arn }]
  }])
}

resource "aws_ecs_service" "app" {
  name            = "app"
  task_definition = aws_ecs_task_definition.app.arn

  network_configuration {
    subnets         = [aws_subnet.a.id]
    security_groups = [aws_security_group.app.id]
  }
}

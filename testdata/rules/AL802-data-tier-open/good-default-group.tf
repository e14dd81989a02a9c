# The default group of a VPC lets in only those that carry it.
resource "aws_db_instance" "main" {
  engine = "mysql"
}

resource "aws_instance" "server" {
  ami = "ami-1"
}

# Its tasks take the groups of their instances.
resource "aws_ecs_service" "tasks" {
  name            = "tasks"
  launch_type     = "EC2"
  task_definition = "tasks"
  desired_count   = 2
}

# A database that runs on an instance has the same callers as one that AWS runs.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "db" {
  vpc_id = aws_vpc.main.id

  ingress {
    protocol    = "tcp"
    from_port   = 5432
    to_port     = 5432
    cidr_blocks = ["10.0.0.0/16"] # want AL802 "aws_security_group.db opens port 5432 of aws_instance.db, which runs PostgreSQL, to 10.0.0.0/16 instead of the group of what uses it"
  }
}

resource "aws_instance" "db" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.db.id]
  user_data              = <<-EOT
    #!/bin/bash
    apt-get update
    apt-get install -y postgresql
  EOT
}

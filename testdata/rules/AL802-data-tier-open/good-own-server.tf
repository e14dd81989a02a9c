resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

# Only a client is installed, and the port is that of another server.
resource "aws_security_group" "tools" {
  vpc_id = aws_vpc.main.id

  ingress {
    protocol    = "tcp"
    from_port   = 5432
    to_port     = 5432
    cidr_blocks = ["10.0.0.0/16"]
  }
}

resource "aws_instance" "tools" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.tools.id]
  user_data              = <<-EOT
    #!/bin/bash
    apt-get install -y postgresql-client memcached
  EOT
}

# One address, a range of others, and every port.
resource "aws_security_group" "db" {
  vpc_id = aws_vpc.main.id

  ingress {
    protocol    = "tcp"
    from_port   = 5432
    to_port     = 5432
    cidr_blocks = ["10.0.1.7/32", "172.16.0.0/16"]
  }

  ingress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["10.0.0.0/16"]
  }
}

resource "aws_instance" "db" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.db.id]
  user_data              = <<-EOT
    #!/bin/bash
    apt-get install -y postgresql
  EOT
}

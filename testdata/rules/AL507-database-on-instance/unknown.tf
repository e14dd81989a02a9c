variable "boot" {
  type = string
}

resource "aws_security_group" "inside" {
  vpc_id = "vpc-1"
}

resource "aws_instance" "given" { # unknown AL507
  ami                    = "ami-1"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.inside.id]
  user_data              = var.boot
}

# Whether it serves the web is out of sight.
resource "aws_instance" "web" { # unknown AL507
  ami                    = "ami-1"
  instance_type          = "t3.small"
  vpc_security_group_ids = ["sg-1"]
  user_data              = <<-EOT
    #!/bin/bash
    systemctl start mysqld
  EOT
}

# The group may be meant for the managed database that carries it, too.
resource "aws_security_group" "shared" {
  vpc_id = "vpc-1"

  ingress {
    from_port       = 3306
    to_port         = 3306
    protocol        = "tcp"
    security_groups = [aws_security_group.app.id]
  }
}

resource "aws_security_group" "app" {
  vpc_id = "vpc-1"

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "app" {
  ami                    = "ami-1"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.app.id]
}

resource "aws_db_instance" "main" {
  engine                 = "mysql"
  instance_class         = "db.t3.small"
  vpc_security_group_ids = [aws_security_group.shared.id]
}

resource "aws_instance" "bastion" { # unknown AL507
  ami                    = "ami-1"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.shared.id]
}

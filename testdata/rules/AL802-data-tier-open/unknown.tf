variable "vpc" {
  type = string
}

variable "group" {
  type = string
}

variable "port" {
  type = number
}

# The default group of the VPC guards it, and a rule is added to one.
resource "aws_db_instance" "unguarded" { # unknown AL802
  engine = "mysql"
}

resource "aws_vpc" "main" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_security_group_rule" "added" {
  security_group_id = aws_vpc.main.default_security_group_id
  type              = "ingress"
  protocol          = "tcp"
  from_port         = 3306
  to_port           = 3306
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_db_instance" "elsewhere" { # unknown AL802
  engine                 = "mysql"
  vpc_security_group_ids = [var.group]
}

# The range may be that of the VPC.
resource "aws_security_group" "private" {
  vpc_id = var.vpc

  ingress {
    from_port   = 3306
    to_port     = 3306
    protocol    = "tcp"
    cidr_blocks = ["10.1.0.0/16"]
  }
}

resource "aws_db_instance" "private" { # unknown AL802
  engine                 = "mysql"
  vpc_security_group_ids = [aws_security_group.private.id]
}

# Which port it listens on is not known.
resource "aws_security_group" "port" {
  vpc_id = var.vpc

  ingress {
    from_port   = 5000
    to_port     = 5500
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_db_instance" "port" { # unknown AL802
  engine                 = "postgres"
  port                   = var.port
  vpc_security_group_ids = [aws_security_group.port.id]
}

variable "peer" {
  type = string
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_db_instance" "db" {
  engine                 = "mysql"
  publicly_accessible    = false
  vpc_security_group_ids = [aws_security_group.data.id]
}

resource "aws_security_group" "data" {
  vpc_id = aws_vpc.main.id

  dynamic "ingress" {
    for_each = var.peer == "" ? [] : [var.peer]
    content {
      protocol    = "tcp"
      from_port   = 3306
      to_port     = 3306
      cidr_blocks = [ingress.value]
    }
  }

  ingress {
    protocol    = "tcp"
    from_port   = 3306
    to_port     = 3306
    cidr_blocks = ["0.0.0.0/0"] # want AL802 "data .*0\.0\.0\.0/0"
  }
}

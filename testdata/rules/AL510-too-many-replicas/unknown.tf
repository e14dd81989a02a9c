variable "readers" {
  type = number
}

resource "aws_db_instance" "main" { # unknown AL510
  identifier     = "main"
  engine         = "db2-se"
  instance_class = "db.m7i.large"
}

resource "aws_db_instance" "reader" {
  count               = var.readers
  replicate_source_db = aws_db_instance.main.identifier
  instance_class      = "db.m7i.large"
}

variable "standby" {
  type = bool
}

resource "aws_db_instance" "main" { # unknown AL515
  identifier     = "main"
  engine         = "postgres"
  instance_class = "db.m7g.large"
  multi_az       = var.standby
}

resource "aws_db_instance" "reader" {
  count               = 2
  replicate_source_db = aws_db_instance.main.identifier
  instance_class      = "db.m7g.large"
}

resource "aws_db_instance" "main" { # want AL515 "aws_db_instance.main runs a standby and 2 read replicas"
  identifier     = "main"
  engine         = "postgres"
  instance_class = "db.m7g.large"
  multi_az       = true
}

resource "aws_db_instance" "reader" {
  count               = 2
  replicate_source_db = aws_db_instance.main.identifier
  instance_class      = "db.m7g.large"
}

variable "zone" {}

resource "aws_db_instance" "main" {
  identifier        = "main"
  engine            = "mysql"
  instance_class    = "db.m7g.large"
  availability_zone = "eu-west-1a"
}

resource "aws_db_instance" "reader" { # unknown AL503
  replicate_source_db = aws_db_instance.main.identifier
  instance_class      = "db.m7g.large"
  availability_zone   = var.zone
}

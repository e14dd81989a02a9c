# An empty text is none.
resource "aws_db_instance" "main" { # want AL501 "Multi-AZ is not written"
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  replicate_source_db = ""
}

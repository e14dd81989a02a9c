resource "aws_db_instance" "oracle" {
  identifier     = "oracle"
  engine         = "oracle-ee"
  instance_class = "db.m7g.large"
  multi_az       = true
}

resource "aws_db_instance" "reader" {
  count               = 2
  replicate_source_db = aws_db_instance.oracle.identifier
  instance_class      = "db.m7g.large"
}

resource "aws_db_instance" "one" {
  identifier     = "one"
  engine         = "mysql"
  instance_class = "db.m7g.large"
  multi_az       = true
}

resource "aws_db_instance" "one_reader" {
  replicate_source_db = aws_db_instance.one.identifier
  instance_class      = "db.m7g.large"
}

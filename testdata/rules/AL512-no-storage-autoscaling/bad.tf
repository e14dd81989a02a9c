resource "aws_db_instance" "main" { # want AL512 "the storage of aws_db_instance.main does not grow by itself: no maximum is written"
  engine            = "mysql"
  instance_class    = "db.t4g.medium"
  allocated_storage = 100
}

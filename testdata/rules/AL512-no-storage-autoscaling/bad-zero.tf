resource "aws_db_instance" "main" {
  engine                = "mysql"
  instance_class        = "db.t4g.medium"
  allocated_storage     = 100
  max_allocated_storage = 0 # want AL512 "its maximum is 0"
}

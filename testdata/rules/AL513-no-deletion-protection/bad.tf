resource "aws_db_instance" "absent" { # want AL513 "aws_db_instance.absent can be deleted by mistake: its deletion protection is off because none is written"
  engine         = "mysql"
  instance_class = "db.t4g.medium"
}

resource "aws_rds_cluster" "written" {
  engine              = "aurora-mysql"
  deletion_protection = false # want AL513 "aws_rds_cluster.written can be deleted by mistake: its deletion protection is off$"
}

resource "aws_dynamodb_table" "orders" { # want AL513 "aws_dynamodb_table.orders can be deleted by mistake"
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_efs_file_system" "uploads" {} # want AL513 "aws_efs_file_system.uploads can be deleted by mistake: its lifecycle does not say prevent_destroy"

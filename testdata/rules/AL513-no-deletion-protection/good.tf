resource "aws_db_instance" "main" {
  identifier          = "main"
  engine              = "mysql"
  instance_class      = "db.t4g.medium"
  deletion_protection = true
}

resource "aws_db_instance" "reader" {
  replicate_source_db = aws_db_instance.main.identifier
  instance_class      = "db.t4g.medium"
}

resource "aws_dynamodb_table" "orders" {
  name                        = "orders"
  hash_key                    = "id"
  deletion_protection_enabled = true

  attribute {
    name = "id"
    type = "S"
  }
}

# Nothing is lost with the locks of Terraform's state.
resource "aws_dynamodb_table" "locks" {
  name     = "locks"
  hash_key = "LockID"

  attribute {
    name = "LockID"
    type = "S"
  }
}

resource "aws_efs_file_system" "uploads" {
  lifecycle {
    prevent_destroy = true
  }
}

variable "protected" {
  type = bool
}

resource "aws_db_instance" "main" { # unknown AL513
  engine              = "mysql"
  instance_class      = "db.t4g.medium"
  deletion_protection = var.protected
}

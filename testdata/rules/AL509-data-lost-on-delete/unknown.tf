variable "throwaway" {
  type = bool
}

variable "protected" {
  type = bool
}

resource "aws_db_instance" "given" { # unknown AL509
  engine              = "mysql"
  instance_class      = "db.t4g.medium"
  skip_final_snapshot = var.throwaway
}

resource "aws_db_instance" "perhaps" { # unknown AL509
  engine              = "mysql"
  instance_class      = "db.t4g.medium"
  skip_final_snapshot = true
  deletion_protection = var.protected
}

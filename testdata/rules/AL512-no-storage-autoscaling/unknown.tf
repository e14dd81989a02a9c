variable "most" {
  type    = number
  default = null
}

resource "aws_db_instance" "given" { # unknown AL512
  engine                = "mysql"
  instance_class        = "db.t4g.medium"
  allocated_storage     = 100
  max_allocated_storage = var.most == null ? null : var.most
}

variable "storage_type" {
  type = string
}

resource "aws_db_instance" "perhaps" { # unknown AL512
  engine            = "mysql"
  instance_class    = "db.t4g.medium"
  allocated_storage = 100
  storage_type      = var.storage_type
}

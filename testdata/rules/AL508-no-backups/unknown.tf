variable "days" {
  type = number
}

resource "aws_db_instance" "given" { # unknown AL508
  engine                  = "mysql"
  instance_class          = "db.t4g.medium"
  backup_retention_period = var.days
}

resource "aws_db_instance" "restored" { # unknown AL508
  instance_class      = "db.t4g.medium"
  snapshot_identifier = "before-the-move"
}

# What is written may not hold: it is set elsewhere, and left alone here.
resource "aws_db_instance" "written" { # unknown AL501
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = false
  lifecycle {
    ignore_changes = [multi_az]
  }
}

resource "aws_db_instance" "absent" { # unknown AL501
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  lifecycle {
    ignore_changes = [multi_az, allocated_storage]
  }
}

resource "aws_db_instance" "everything" { # unknown AL501
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  lifecycle {
    ignore_changes = all
  }
}

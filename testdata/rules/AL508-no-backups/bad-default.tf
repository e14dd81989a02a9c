# Terraform asks for none where nothing is written; CloudFormation and the API keep a day.
resource "aws_db_instance" "main" { # want AL508 "no backup retention is written, and it is 0 days then"
  engine         = "mysql"
  instance_class = "db.t4g.medium"
}

# A dynamic block over nothing restores nothing.
resource "aws_db_instance" "fresh" { # want AL508 "no backup retention is written, and it is 0 days then"
  engine         = "mysql"
  instance_class = "db.t4g.medium"

  dynamic "restore_to_point_in_time" {
    for_each = []
    content {
      use_latest_restorable_time = true
    }
  }
}

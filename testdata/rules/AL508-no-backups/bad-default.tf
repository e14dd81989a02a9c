# Terraform asks for none where nothing is written; CloudFormation and the API keep a day.
resource "aws_db_instance" "main" { # want AL508 "no backup retention is written, and it is 0 days then"
  engine         = "mysql"
  instance_class = "db.t4g.medium"
}

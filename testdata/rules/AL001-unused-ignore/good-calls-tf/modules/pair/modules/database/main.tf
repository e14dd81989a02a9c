variable "name" {}

variable "multi_az" {}

resource "aws_db_instance" "this" {
  identifier     = var.name
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = var.multi_az # want AL501 "module.kept.module.each.0..aws_db_instance.this has no standby"
}

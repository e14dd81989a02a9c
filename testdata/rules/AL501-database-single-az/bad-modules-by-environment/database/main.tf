variable "multi_az" {
  type = bool
}

resource "aws_db_instance" "this" {
  engine         = "mysql"
  instance_class = "db.r6g.large"
  multi_az       = var.multi_az # want AL501 "module.small\[0\].aws_db_instance.this has no standby in another Availability Zone: Multi-AZ is off"
}

# What is written for production does not count in the database that is there in development only.
variable "env" {
  type    = string
  default = "dev"
}

locals {
  production  = var.env == "prod"
  development = var.env == "dev"
}

resource "aws_db_instance" "small" {
  count          = local.development ? 1 : 0
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = local.production ? true : false # want AL501 "aws_db_instance.small\[0\] has no standby in another Availability Zone: Multi-AZ is off"
}

resource "aws_db_instance" "small_too" {
  count          = local.development && !local.production ? 1 : 0
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = var.env != "dev" # want AL501 "aws_db_instance.small_too\[0\] has no standby"
}

resource "aws_db_instance" "large" {
  count          = local.production ? 1 : 0
  engine         = "mysql"
  instance_class = "db.r6g.large"
  multi_az       = local.development ? false : true
}

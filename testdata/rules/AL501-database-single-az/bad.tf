provider "aws" {}

variable "multi_az" {
  type    = bool
  default = false
}

resource "aws_db_instance" "written" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = false # want AL501 "aws_db_instance.written has no standby in another Availability Zone: Multi-AZ is off$"
}

resource "aws_db_instance" "absent" { # want AL501 "Multi-AZ is not written, and off unless it is"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}

resource "aws_db_instance" "by_default" {
  engine         = "mariadb"
  instance_class = "db.t4g.medium"
  multi_az       = var.multi_az # want AL501 "Multi-AZ is off \(by default of var.multi_az\)"
}

resource "aws_db_instance" "text" {
  engine         = "oracle-ee"
  instance_class = "db.m6i.large"
  multi_az       = "false" # want AL501 "Multi-AZ is off"
}

resource "aws_db_instance" "pinned" {
  engine            = "mysql"
  instance_class    = "db.t4g.medium"
  multi_az          = true
  availability_zone = "eu-west-1a" # want AL501 "asks for Multi-AZ and for one Availability Zone, which AWS refuses"
}

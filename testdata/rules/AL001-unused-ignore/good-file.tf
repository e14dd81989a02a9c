# What this file makes is for trying things out.
#
# archlint:ignore-file AL501 nobody misses it

provider "aws" {}

resource "aws_db_instance" "a" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
}

resource "aws_db_instance" "b" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = false
}

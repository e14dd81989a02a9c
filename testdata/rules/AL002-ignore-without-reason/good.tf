provider "aws" {}

# archlint:ignore AL501 a spare, see ADR-12
resource "aws_db_instance" "said" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = false
}

# On its last day it holds.
resource "aws_db_instance" "today" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = false # archlint:ignore AL501 until=2026-07-01 the move is planned
}

# What silences nothing needs no reason: it is to go.
# archlint:ignore AL501
resource "aws_db_instance" "mended" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = true
}

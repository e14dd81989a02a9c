provider "aws" {}

resource "aws_db_instance" "silent" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  # want AL002 "no reason is given for ignoring AL501$"
  # archlint:ignore AL501
  multi_az = false
}

resource "aws_db_instance" "dash" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  # want AL002 "no reason is given for ignoring AL501$"
  multi_az = false # archlint:ignore AL501: -- until=2027-03-31
}

# want AL002 "this ignore of AL501 has ended on 2026-06-30: what it silenced is reported again"
# archlint:ignore AL501 until the move is done until=2026-06-30
resource "aws_db_instance" "ended" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = false # want AL501 "Multi-AZ is off"
}

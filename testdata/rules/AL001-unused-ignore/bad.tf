provider "aws" {}

# The fault is gone.
resource "aws_db_instance" "mended" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  # want AL001 "AL501 database-single-az finds no fault with this: the ignore silences nothing"
  # archlint:ignore AL501 a spare, rebuilt within minutes
  multi_az = true
}

# One of two names is of use.
# want AL001 "AL101 asg-single-az finds no fault with this"
# archlint:ignore AL501, asg-single-az a spare
resource "aws_db_instance" "half" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = false
}

resource "aws_db_instance" "elsewhere" {
  engine = "mysql"
  # want AL001 "AL501 database-single-az finds no fault with this"
  instance_class = "db.t4g.medium" # archlint:ignore AL501 it stands at another attribute
  multi_az       = false           # want AL501 "Multi-AZ is off"
}

# want AL001 "no rule is called .AL1234.; archlint rules lists them"
# archlint:ignore AL1234 there is none
# want AL001 "AL001 is about ignores themselves and cannot be ignored"
# archlint:ignore AL001 never
# want AL001 "there is no ignore for all rules: name those that are meant"
# archlint:ignore * all of them
# want AL001 "this ignore names no rule: write archlint:ignore, the ID or the name of the rule, and the reason"
# archlint:ignore
resource "aws_db_instance" "words" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  # want AL001 ".2027-3-31. is no date, so that this ignore has no end: write it as 2027-03-31"
  # archlint:ignore database-single-az until=2027-3-31 a spare
  multi_az = false
}

# want AL001 "this ignore of AL501 stands at nothing"
# archlint:ignore AL501 there is a line between

resource "aws_db_instance" "below" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = false # want AL501 "Multi-AZ is off"
}

provider "aws" {}

locals {
  multi_az = false # archlint:ignore AL501 decided here for all that use it
}

variable "instance_class" {
  default = "db.t4g.medium"
}

# archlint:ignore AL501 above the resource
resource "aws_db_instance" "block" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = false
}

resource "aws_db_instance" "header" { # archlint:ignore AL501 at the end of the first line
  engine         = "mysql"
  instance_class = "db.t4g.medium"
}

resource "aws_db_instance" "end" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
} # archlint:ignore AL501 at the end of the last line

resource "aws_db_instance" "attribute" {
  engine         = "mysql"
  instance_class = var.instance_class
  // archlint:ignore database-single-az above the attribute
  // which has a comment of two lines
  multi_az = false
}

resource "aws_db_instance" "behind" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = false /* archlint:ignore al501 at the end of the line */
}

resource "aws_db_instance" "before" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  /* archlint:ignore AL501 before the attribute */ multi_az = false
}

/*
 * This one is rebuilt from the queue.
 * archlint:ignore AL501 in a comment of several lines
 */
# tfsec:ignore:aws-rds-enable-performance-insights # archlint:ignore AL501 beside others # checkov:skip=CKV_AWS_157
resource "aws_db_instance" "many" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = "false"
}

resource "aws_db_instance" "by_local" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = local.multi_az
}

resource "aws_db_instance" "text" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  identifier     = "# archlint:ignore AL501 this is no comment"
  tags = {
    note = <<-EOT
      # archlint:ignore AL501 this is none either
    EOT
  }
  multi_az = true
}

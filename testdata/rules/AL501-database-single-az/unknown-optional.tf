provider "aws" {}

variable "zone" {
  type    = string
  default = null
}

variable "required" {
  type = string
}

variable "spread" {
  type    = bool
  default = true
}

# An absent zone is none.
resource "aws_db_instance" "no_zone" {
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  multi_az          = true
  availability_zone = var.zone
}

resource "aws_db_instance" "empty_zone" {
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  multi_az          = true
  availability_zone = ""
}

# It may be null, or a zone.
resource "aws_db_instance" "some_zone" { # unknown AL501
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  multi_az          = true
  availability_zone = var.required
}

resource "aws_db_instance" "either" { # unknown AL501
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  multi_az          = var.spread
  availability_zone = var.spread ? null : "eu-west-1a"
}

resource "aws_db_instance" "perhaps_a_replica" { # unknown AL501
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  replicate_source_db = var.required
}

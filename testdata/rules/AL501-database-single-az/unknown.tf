provider "aws" {}

variable "multi_az" {
  type = bool
}

variable "environment" {
  default = "dev"
}

resource "aws_db_instance" "given" { # unknown AL501
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = var.multi_az
}

# A default never decides a test: production may set another environment.
resource "aws_db_instance" "tested" { # unknown AL501
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = var.environment == "prod"
}

resource "aws_db_instance" "depends" { # unknown AL501
  engine         = "sqlserver-web"
  instance_class = "db.t3.small"
}

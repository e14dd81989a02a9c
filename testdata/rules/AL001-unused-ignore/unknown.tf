variable "multi_az" {}

provider "aws" {}

# unknown AL001
# archlint:ignore AL501 a spare
resource "aws_db_instance" "open" { # unknown AL501
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = var.multi_az
}

resource "aws_db_instance" "none" {
  count          = 0
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  # unknown AL001
  multi_az = false # archlint:ignore AL501 there is none of them
}

# unknown AL001
# archlint:ignore AL501 what it makes is not known
module "databases" {
  source = "git::https://example.com/databases.git"
}

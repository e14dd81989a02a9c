# The provider tags all that it makes.
provider "aws" {
  default_tags {
    tags = {
      Environment = "staging"
    }
  }
}

provider "aws" {
  alias = "live"
}

resource "aws_db_instance" "trial" { # want AL501 "warning only, since it is tagged staging"
  engine         = "mysql"
  instance_class = "db.t4g.micro"
}

resource "aws_db_instance" "live" { # want AL501 "off unless it is$"
  provider       = aws.live
  engine         = "mysql"
  instance_class = "db.t4g.micro"
}

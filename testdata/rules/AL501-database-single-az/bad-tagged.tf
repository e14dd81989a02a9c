resource "aws_db_instance" "trial" { # want AL501 "warning only, since it is tagged Dev"
  engine         = "mysql"
  instance_class = "db.t4g.micro"
  tags = {
    Environment = "Dev"
  }
}

variable "environment" {
  default = "dev"
}

# A default says nothing of where it will run.
resource "aws_db_instance" "anywhere" { # want AL501 "off unless it is$"
  engine         = "mysql"
  instance_class = "db.t4g.micro"
  tags = {
    Environment = var.environment
  }
}

# Shared by both.
resource "aws_db_instance" "shared" { # want AL501 "off unless it is$"
  engine         = "mysql"
  instance_class = "db.t4g.micro"
  tags = {
    Environment = "Dev-Prod"
  }
}

provider "aws" {}

# unknown AL002
# archlint:ignore AL501 a spare until=soon
resource "aws_db_instance" "soon" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = false
}

variable "zone" {}

resource "aws_db_instance" "main" {
  identifier        = "main"
  engine            = "mysql"
  instance_class    = "db.m7g.large"
  availability_zone = "eu-west-1a"
}

resource "aws_db_instance" "elsewhere" {
  replicate_source_db = aws_db_instance.main.identifier
  instance_class      = "db.m7g.large"
  availability_zone   = "eu-west-1b"
}

# RDS chooses the zone.
resource "aws_db_instance" "anywhere" {
  replicate_source_db = aws_db_instance.main.identifier
  instance_class      = "db.m7g.large"
}

# One replica may stand wherever it likes beside a standby.
resource "aws_db_instance" "orders" {
  identifier     = "orders"
  engine         = "postgres"
  instance_class = "db.m7g.large"
  multi_az       = true
}

resource "aws_db_instance" "orders_reader" {
  replicate_source_db = aws_db_instance.orders.identifier
  instance_class      = "db.m7g.large"
  availability_zone   = var.zone
}

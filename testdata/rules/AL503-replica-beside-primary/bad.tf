data "aws_availability_zones" "here" {}

resource "aws_db_instance" "main" {
  identifier        = "main"
  engine            = "mysql"
  instance_class    = "db.m7g.large"
  availability_zone = "eu-west-1a"
}

resource "aws_db_instance" "beside" {
  replicate_source_db = aws_db_instance.main.identifier
  instance_class      = "db.m7g.large"
  availability_zone   = "eu-west-1a" # want AL503 "aws_db_instance.beside stands in eu-west-1a beside its primary aws_db_instance.main"
}

resource "aws_db_instance" "orders" {
  identifier     = "orders"
  engine         = "postgres"
  instance_class = "db.m7g.large"
  multi_az       = true
}

resource "aws_db_instance" "orders_one" {
  replicate_source_db = aws_db_instance.orders.identifier
  instance_class      = "db.m7g.large"
  availability_zone   = data.aws_availability_zones.here.names[1] # want AL503 "all 2 read replicas of aws_db_instance.orders stand in zone b"
}

resource "aws_db_instance" "orders_two" {
  replicate_source_db = aws_db_instance.orders.identifier
  instance_class      = "db.m7g.large"
  availability_zone   = data.aws_availability_zones.here.names[1]
}

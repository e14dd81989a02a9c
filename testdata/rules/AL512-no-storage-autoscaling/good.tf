resource "aws_db_instance" "main" {
  identifier            = "main"
  engine                = "mysql"
  instance_class        = "db.t4g.medium"
  allocated_storage     = 100
  max_allocated_storage = 1000
}

resource "aws_db_instance" "reader" {
  replicate_source_db = aws_db_instance.main.identifier
  instance_class      = "db.t4g.medium"
}

resource "aws_rds_cluster" "aurora" {
  engine = "aurora-mysql"
}

# Magnetic storage cannot grow by itself, nor can that of RDS Custom.
resource "aws_db_instance" "magnetic" {
  engine            = "mysql"
  instance_class    = "db.t3.medium"
  allocated_storage = 100
  storage_type      = "standard"
}

resource "aws_db_instance" "custom" {
  engine            = "custom-oracle-ee"
  instance_class    = "db.m5.large"
  allocated_storage = 100
}

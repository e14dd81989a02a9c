resource "aws_db_instance" "main" {
  identifier     = "main"
  engine         = "mysql"
  instance_class = "db.t4g.medium"
  multi_az       = true
}

# Replicas are many already.
resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.main.identifier
  instance_class      = "db.t4g.medium"
  multi_az            = false
}

# SQL Server Express has no standby.
resource "aws_db_instance" "express" {
  engine         = "sqlserver-ex"
  instance_class = "db.t3.small"
}

# Members of a cluster stand by for each other.
resource "aws_rds_cluster" "aurora" {
  engine = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "aurora" {
  count              = 2
  cluster_identifier = aws_rds_cluster.aurora.id
  engine             = "aurora-mysql"
  instance_class     = "db.t4g.medium"
}

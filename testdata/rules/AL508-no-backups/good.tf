resource "aws_db_instance" "main" {
  identifier              = "main"
  engine                  = "mysql"
  instance_class          = "db.t4g.medium"
  backup_retention_period = 7
}

resource "aws_db_instance" "reader" {
  replicate_source_db     = aws_db_instance.main.identifier
  instance_class          = "db.t4g.medium"
  backup_retention_period = 0
}

resource "aws_rds_cluster" "aurora" {
  engine = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "aurora" {
  cluster_identifier = aws_rds_cluster.aurora.id
  engine             = "aurora-mysql"
  instance_class     = "db.r7g.large"
}

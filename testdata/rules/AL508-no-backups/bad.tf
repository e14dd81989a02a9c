resource "aws_db_instance" "written" {
  engine                  = "mysql"
  instance_class          = "db.t4g.medium"
  backup_retention_period = 0 # want AL508 "aws_db_instance.written makes no automated backups: its backup retention is 0 days"
}

resource "aws_db_instance" "primary" {
  identifier              = "primary"
  engine                  = "mysql"
  instance_class          = "db.t4g.medium"
  backup_retention_period = 0 # want AL508 "makes no automated backups, and AWS refuses to make aws_db_instance.reader of it"
}

resource "aws_db_instance" "reader" {
  replicate_source_db = aws_db_instance.primary.identifier
  instance_class      = "db.t4g.medium"
}

resource "aws_rds_cluster" "main" {
  engine                    = "mysql"
  db_cluster_instance_class = "db.m6gd.large"
  backup_retention_period   = 0 # want AL508 "aws_rds_cluster.main cannot do without automated backups: AWS refuses to keep those of a cluster for 0 days"
}

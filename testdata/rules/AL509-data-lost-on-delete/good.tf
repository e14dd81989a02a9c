resource "aws_db_instance" "snapshot" {
  identifier                = "snapshot"
  engine                    = "mysql"
  instance_class            = "db.t4g.medium"
  final_snapshot_identifier = "last"
}

resource "aws_db_instance" "reader" {
  replicate_source_db = aws_db_instance.snapshot.identifier
  instance_class      = "db.t4g.medium"
  skip_final_snapshot = true
}

resource "aws_db_instance" "protected" {
  engine              = "mysql"
  instance_class      = "db.t4g.medium"
  skip_final_snapshot = true
  deletion_protection = true
}

resource "aws_neptune_cluster" "kept" {
  cluster_identifier  = "kept"
  skip_final_snapshot = true

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_db_instance" "main" {
  engine              = "mysql"
  instance_class      = "db.t4g.medium"
  skip_final_snapshot = true # want AL509 "deleting aws_db_instance.main deletes its data without a last snapshot: skip_final_snapshot is true"
}

resource "aws_docdb_cluster" "documents" {
  cluster_identifier  = "documents"
  skip_final_snapshot = true # want AL509 "deleting aws_docdb_cluster.documents deletes its data"
}

resource "aws_redshift_cluster" "reports" {
  cluster_identifier  = "reports"
  node_type           = "ra3.large"
  skip_final_snapshot = true # want AL509 "deleting aws_redshift_cluster.reports deletes its data"
}

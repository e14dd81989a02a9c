locals {
  cluster_id         = aws_rds_cluster.this[0].id
  cluster_identifier = aws_rds_cluster.this[0].cluster_identifier
  cluster_port       = aws_rds_cluster.this[0].port
}

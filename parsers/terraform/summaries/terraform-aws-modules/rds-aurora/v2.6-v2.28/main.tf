locals {
  cluster_id         = aws_rds_cluster.this.id
  cluster_identifier = aws_rds_cluster.this.cluster_identifier
  cluster_port       = aws_rds_cluster.this.port
}

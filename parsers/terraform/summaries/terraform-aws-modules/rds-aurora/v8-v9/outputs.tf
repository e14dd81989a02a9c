output "cluster_master_password" {
  value = try(aws_rds_cluster.this[0].master_password, null)
}

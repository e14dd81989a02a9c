resource "aws_rds_cluster" "this" {
  lifecycle {
    ignore_changes = [replication_source_identifier, global_cluster_identifier, snapshot_identifier]
  }
}

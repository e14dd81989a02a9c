resource "aws_rds_cluster" "this" {
  engine_mode = var.cluster_scalability_type == "limitless" ? "" : var.engine_mode
}

resource "aws_db_instance" "this" {
  engine   = var.snapshot_identifier != null || var.replicate_source_db != null ? null : var.engine
  username = var.snapshot_identifier != null || var.replicate_source_db != null ? null : var.username
  password = var.snapshot_identifier != null || var.replicate_source_db != null ? null : var.password
}

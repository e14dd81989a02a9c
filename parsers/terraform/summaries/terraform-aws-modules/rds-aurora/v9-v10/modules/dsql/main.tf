resource "aws_dsql_cluster" "this" {
  count = var.create ? 1 : 0

  deletion_protection_enabled = var.deletion_protection_enabled

  dynamic "multi_region_properties" {
    for_each = var.witness_region != null ? [true] : []

    content {
      witness_region = var.witness_region
    }
  }
}

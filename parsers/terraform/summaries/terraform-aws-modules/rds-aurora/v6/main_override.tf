locals {
  db_subnet_group_name = var.create_db_subnet_group ? join("", aws_db_subnet_group.this[*].name) : var.db_subnet_group_name
}

resource "aws_rds_cluster_instance" "this" {
  tags = var.tags
}

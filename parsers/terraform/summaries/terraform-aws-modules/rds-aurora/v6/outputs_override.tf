output "db_subnet_group_name" {
  value = var.create_db_subnet_group ? join("", aws_db_subnet_group.this[*].name) : var.db_subnet_group_name
}

output "db_subnet_group_id" {
  value = try(aws_db_subnet_group.this[0].id, null)
}

output "db_subnet_group_arn" {
  value = try(aws_db_subnet_group.this[0].arn, null)
}

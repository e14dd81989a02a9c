output "db_parameter_group_id" {
  value = element(concat(aws_db_parameter_group.this[*].id, [""]), 0)
}

output "db_parameter_group_arn" {
  value = element(concat(aws_db_parameter_group.this[*].arn, [""]), 0)
}

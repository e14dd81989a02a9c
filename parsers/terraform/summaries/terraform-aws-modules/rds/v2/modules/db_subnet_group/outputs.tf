output "this_db_subnet_group_id" {
  value = element(concat(aws_db_subnet_group.this[*].id, [""]), 0)
}

output "this_db_subnet_group_arn" {
  value = element(concat(aws_db_subnet_group.this[*].arn, [""]), 0)
}

output "db_instance_address" {
  value = element(concat(aws_db_instance.this_mssql[*].address, aws_db_instance.this[*].address, [""]), 0)
}

output "db_instance_endpoint" {
  value = element(concat(aws_db_instance.this_mssql[*].endpoint, aws_db_instance.this[*].endpoint, [""]), 0)
}

output "db_instance_arn" {
  value = element(concat(aws_db_instance.this_mssql[*].arn, aws_db_instance.this[*].arn, [""]), 0)
}

output "db_instance_id" {
  value = element(concat(aws_db_instance.this_mssql[*].id, aws_db_instance.this[*].id, [""]), 0)
}

output "db_instance_resource_id" {
  value = element(concat(aws_db_instance.this_mssql[*].resource_id, aws_db_instance.this[*].resource_id, [""]), 0)
}

output "db_instance_availability_zone" {
  value = element(concat(aws_db_instance.this_mssql[*].availability_zone, aws_db_instance.this[*].availability_zone, [""]), 0)
}

output "db_instance_hosted_zone_id" {
  value = element(concat(aws_db_instance.this_mssql[*].hosted_zone_id, aws_db_instance.this[*].hosted_zone_id, [""]), 0)
}

output "db_instance_port" {
  value = element(concat(aws_db_instance.this_mssql[*].port, aws_db_instance.this[*].port, [""]), 0)
}

output "db_instance_name" {
  value = element(concat(aws_db_instance.this_mssql[*].name, aws_db_instance.this[*].name, [""]), 0)
}

output "db_instance_username" {
  value = element(concat(aws_db_instance.this_mssql[*].username, aws_db_instance.this[*].username, [""]), 0)
}

output "db_instance_master_password" {
  value = element(concat(aws_db_instance.this_mssql[*].password, aws_db_instance.this[*].password, [""]), 0)
}

output "enhanced_monitoring_iam_role_name" {
  value = element(concat(aws_iam_role.enhanced_monitoring[*].name, [""]), 0)
}

output "enhanced_monitoring_iam_role_arn" {
  value = element(concat(aws_iam_role.enhanced_monitoring[*].arn, [""]), 0)
}

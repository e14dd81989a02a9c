output "cluster_endpoint" {
  value = try(aws_rds_cluster.this[0].endpoint, "")
}

output "cluster_reader_endpoint" {
  value = try(aws_rds_cluster.this[0].reader_endpoint, "")
}

output "cluster_port" {
  value = try(aws_rds_cluster.this[0].port, "")
}

output "cluster_id" {
  value = try(aws_rds_cluster.this[0].id, "")
}

output "cluster_arn" {
  value = try(aws_rds_cluster.this[0].arn, "")
}

output "cluster_resource_id" {
  value = try(aws_rds_cluster.this[0].cluster_resource_id, "")
}

output "cluster_members" {
  value = try(aws_rds_cluster.this[0].cluster_members, "")
}

output "cluster_hosted_zone_id" {
  value = try(aws_rds_cluster.this[0].hosted_zone_id, "")
}

output "cluster_master_username" {
  value = try(aws_rds_cluster.this[0].master_username, "")
}

output "cluster_master_password" {
  value = try(aws_rds_cluster.this[0].master_password, "")
}

output "security_group_id" {
  value = try(aws_security_group.this[0].id, "")
}

output "enhanced_monitoring_iam_role_arn" {
  value = try(aws_iam_role.rds_enhanced_monitoring[0].arn, "")
}

output "cluster_database_name" {
  value = var.database_name
}

output "db_subnet_group_name" {
  value = var.create_db_subnet_group ? try(aws_db_subnet_group.this[0].name, null) : local.db_subnet_group_name
}

output "cluster_instances" {
  value = aws_rds_cluster_instance.this
}

output "additional_cluster_endpoints" {
  value = aws_rds_cluster_endpoint.this
}

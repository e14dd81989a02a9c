output "this_rds_cluster_endpoint" {
  value = element(concat(aws_rds_cluster.this[*].endpoint, [""]), 0)
}

output "this_rds_cluster_reader_endpoint" {
  value = element(concat(aws_rds_cluster.this[*].reader_endpoint, [""]), 0)
}

output "this_rds_cluster_port" {
  value = element(concat(aws_rds_cluster.this[*].port, [""]), 0)
}

output "this_rds_cluster_id" {
  value = element(concat(aws_rds_cluster.this[*].id, [""]), 0)
}

output "this_rds_cluster_arn" {
  value = element(concat(aws_rds_cluster.this[*].arn, [""]), 0)
}

output "this_rds_cluster_resource_id" {
  value = element(concat(aws_rds_cluster.this[*].cluster_resource_id, [""]), 0)
}

output "this_rds_cluster_master_username" {
  value = element(concat(aws_rds_cluster.this[*].master_username, [""]), 0)
}

output "this_rds_cluster_hosted_zone_id" {
  value = element(concat(aws_rds_cluster.this[*].hosted_zone_id, [""]), 0)
}

output "this_rds_cluster_database_name" {
  value = var.database_name
}

output "this_rds_cluster_instance_endpoints" {
  value = aws_rds_cluster_instance.this[*].endpoint
}

output "this_rds_cluster_instance_ids" {
  value = aws_rds_cluster_instance.this[*].id
}

output "this_security_group_id" {
  value = join("", aws_security_group.this[*].id)
}

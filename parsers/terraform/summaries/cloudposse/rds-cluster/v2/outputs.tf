output "dbi_resource_ids" {
  value = aws_rds_cluster_instance.default[*].dbi_resource_id
}

output "instance_endpoints" {
  value = aws_rds_cluster_instance.default[*].endpoint
}

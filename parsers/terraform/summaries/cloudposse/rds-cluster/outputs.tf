module "dns_master" {
  source  = "cloudposse/route53-cluster-hostname/aws"
  version = "0.13.0"

  enabled  = local.enabled && length(var.zone_id) > 0
  dns_name = var.cluster_dns_name != "" ? var.cluster_dns_name : "master.${module.this.name}"
  zone_id  = try(var.zone_id[0], tostring(var.zone_id), "")
  records  = coalescelist(aws_rds_cluster.primary[*].endpoint, aws_rds_cluster.secondary[*].endpoint, [""])
  context  = module.this.context
}

module "dns_replicas" {
  source  = "cloudposse/route53-cluster-hostname/aws"
  version = "0.13.0"

  enabled  = local.enabled && length(var.zone_id) > 0 && !local.is_serverless && local.cluster_instance_count > 0
  dns_name = var.reader_dns_name != "" ? var.reader_dns_name : "replicas.${module.this.name}"
  zone_id  = try(var.zone_id[0], tostring(var.zone_id), "")
  records  = coalescelist(aws_rds_cluster.primary[*].reader_endpoint, aws_rds_cluster.secondary[*].reader_endpoint, [""])
  context  = module.this.context
}

output "endpoint" {
  value = local.is_regional_cluster ? join("", aws_rds_cluster.primary[*].endpoint) : join("", aws_rds_cluster.secondary[*].endpoint)
}

output "reader_endpoint" {
  value = local.is_regional_cluster ? join("", aws_rds_cluster.primary[*].reader_endpoint) : join("", aws_rds_cluster.secondary[*].reader_endpoint)
}

output "arn" {
  value = local.is_regional_cluster ? join("", aws_rds_cluster.primary[*].arn) : join("", aws_rds_cluster.secondary[*].arn)
}

output "cluster_identifier" {
  value = local.is_regional_cluster ? join("", aws_rds_cluster.primary[*].cluster_identifier) : join("", aws_rds_cluster.secondary[*].cluster_identifier)
}

output "cluster_resource_id" {
  value = local.is_regional_cluster ? join("", aws_rds_cluster.primary[*].cluster_resource_id) : join("", aws_rds_cluster.secondary[*].cluster_resource_id)
}

output "master_username" {
  value = local.is_regional_cluster ? join("", aws_rds_cluster.primary[*].master_username) : join("", aws_rds_cluster.secondary[*].master_username)
}

output "database_name" {
  value = var.db_name
}

output "master_host" {
  value = module.dns_master.hostname
}

output "replicas_host" {
  value = module.dns_replicas.hostname
}

output "security_group_id" {
  value = join("", aws_security_group.default[*].id)
}

output "security_group_arn" {
  value = join("", aws_security_group.default[*].arn)
}

output "security_group_name" {
  value = join("", aws_security_group.default[*].name)
}

locals {
  endpoint_serverless = try(aws_elasticache_serverless_cache.default[0].endpoint[0].address, null)
  endpoint_cluster    = try(aws_elasticache_replication_group.default[0].configuration_endpoint_address, null)
  endpoint_instance   = try(aws_elasticache_replication_group.default[0].primary_endpoint_address, null)

  reader_serverless = try(aws_elasticache_serverless_cache.default[0].reader_endpoint[0].address, null)
  reader_instance   = try(aws_elasticache_replication_group.default[0].reader_endpoint_address, null)

  endpoint_address        = local.enabled ? coalesce(local.endpoint_serverless, local.endpoint_cluster, local.endpoint_instance) : null
  reader_endpoint_address = local.enabled ? coalesce(local.reader_serverless, local.reader_instance, local.reader_instance, local.endpoint_address) : null
}

module "dns" {
  source  = "cloudposse/route53-cluster-hostname/aws"
  version = "0.13.0"

  enabled  = local.enabled && length(var.zone_id) > 0 ? true : false
  zone_id  = try(var.zone_id[0], tostring(var.zone_id), "")
  dns_name = var.dns_subdomain != "" ? var.dns_subdomain : module.this.id
  ttl      = 60
  records  = [local.endpoint_address]
  context  = module.this.context
}

output "endpoint" {
  value = local.endpoint_address
}

output "reader_endpoint_address" {
  value = local.reader_endpoint_address
}

output "host" {
  value = module.dns.hostname
}

output "port" {
  value = var.port
}

output "id" {
  value = join("", aws_elasticache_replication_group.default[*].id)
}

output "arn" {
  value = local.create_normal_instance ? join("", aws_elasticache_replication_group.default[*].arn) : join("", aws_elasticache_serverless_cache.default[*].arn)
}

output "member_clusters" {
  value = aws_elasticache_replication_group.default[*].member_clusters
}

output "security_group_id" {
  value = module.aws_security_group.id
}

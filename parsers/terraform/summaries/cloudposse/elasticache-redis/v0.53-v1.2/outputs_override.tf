locals {
  endpoint_address        = var.cluster_mode_enabled ? join("", compact(aws_elasticache_replication_group.default[*].configuration_endpoint_address)) : join("", compact(aws_elasticache_replication_group.default[*].primary_endpoint_address))
  reader_endpoint_address = join("", compact(aws_elasticache_replication_group.default[*].reader_endpoint_address))
}

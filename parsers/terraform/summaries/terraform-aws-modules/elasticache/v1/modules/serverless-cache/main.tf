resource "aws_elasticache_serverless_cache" "this" {
  count = var.create ? 1 : 0

  name                     = var.cache_name
  description              = coalesce(var.description, "Serverless Cache")
  engine                   = var.engine
  subnet_ids               = var.subnet_ids
  security_group_ids       = var.security_group_ids
  snapshot_retention_limit = var.snapshot_retention_limit
  snapshot_arns_to_restore = var.snapshot_arns_to_restore
  user_group_id            = var.user_group_id
  tags                     = var.tags
}

resource "aws_rds_shard_group" "this" {
  count = local.create && var.create_shard_group ? 1 : 0

  db_cluster_identifier     = aws_rds_cluster.this[0].id
  db_shard_group_identifier = var.db_shard_group_identifier
  compute_redundancy        = var.compute_redundancy
  min_acu                   = var.min_acu
  max_acu                   = var.max_acu
  publicly_accessible       = var.publicly_accessible
  tags                      = merge(var.tags, var.shard_group_tags)
  replica_count             = null
  shard_instance_count      = null
}

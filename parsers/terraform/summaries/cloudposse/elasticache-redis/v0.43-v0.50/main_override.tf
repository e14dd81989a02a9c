resource "aws_elasticache_replication_group" "default" {
  preferred_cache_cluster_azs = null
}

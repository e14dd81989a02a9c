resource "aws_elasticache_replication_group" "default" {
  preferred_cache_cluster_azs = null
  availability_zones          = length(var.availability_zones) == 0 ? null : [for n in range(0, var.cluster_size) : element(var.availability_zones, n)]
}

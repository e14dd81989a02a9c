resource "aws_elasticache_cluster" "across" {
  cluster_id      = "across"
  engine          = "memcached"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 2
  az_mode         = "cross-az"
}

# Zones that are written are as good as the mode.
resource "aws_elasticache_cluster" "zones" {
  cluster_id                   = "zones"
  engine                       = "memcached"
  node_type                    = "cache.t4g.micro"
  num_cache_nodes              = 2
  preferred_availability_zones = ["eu-west-1a", "eu-west-1b"]
}

resource "aws_elasticache_cluster" "redis" {
  cluster_id      = "redis"
  engine          = "redis"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 1
}

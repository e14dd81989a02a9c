variable "mode" {
  type = string
}

variable "nodes" {
  type = number
}

resource "aws_elasticache_cluster" "mode" { # unknown AL604
  cluster_id      = "mode"
  engine          = "memcached"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 2
  az_mode         = var.mode
}

resource "aws_elasticache_cluster" "nodes" { # unknown AL604
  cluster_id      = "nodes"
  engine          = "memcached"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = var.nodes
  az_mode         = "cross-az"
}

# One cluster for each engine that may be chosen: the default says nothing about the other.
variable "engine" {
  default = "memcached"
}

resource "aws_elasticache_cluster" "redis" { # unknown AL604
  count           = var.engine == "redis" ? 1 : 0
  cluster_id      = "redis"
  engine          = var.engine
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 1
}

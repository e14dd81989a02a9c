variable "nodes" {
  type = number
}

variable "engine" {
  type = string
}

resource "aws_elasticache_replication_group" "main" { # unknown AL601
  replication_group_id = "main"
  description          = "answers"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = var.nodes
}

resource "aws_elasticache_cluster" "main" { # unknown AL601
  cluster_id      = "main"
  engine          = var.engine
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 1
}

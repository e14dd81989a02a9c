variable "name" {
  type = string
}

variable "nodes" {
  type    = number
  default = 1
}

resource "aws_elasticache_replication_group" "this" {
  replication_group_id = var.name
  description          = "answers"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = var.nodes # want AL601 "module.cache.\"blue\".\.aws_elasticache_replication_group.this has no replica"
}

variable "multi_az" {
  type = bool
}

variable "subnets" {
  type = list(string)
}

resource "aws_elasticache_replication_group" "switch" { # unknown AL603
  replication_group_id       = "switch"
  description                = "answers"
  node_type                  = "cache.m7g.large"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  multi_az_enabled           = var.multi_az
}

resource "aws_elasticache_subnet_group" "given" {
  name       = "given"
  subnet_ids = var.subnets
}

resource "aws_elasticache_replication_group" "subnets" { # unknown AL603
  replication_group_id       = "subnets"
  description                = "answers"
  node_type                  = "cache.m7g.large"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  multi_az_enabled           = true
  subnet_group_name          = aws_elasticache_subnet_group.given.name
}

variable "zones" {
  type = list(string)
}

resource "aws_elasticache_replication_group" "zones" { # unknown AL603
  replication_group_id        = "zones"
  description                 = "answers"
  node_type                   = "cache.m7g.large"
  num_cache_clusters          = 2
  automatic_failover_enabled  = true
  preferred_cache_cluster_azs = var.zones
}

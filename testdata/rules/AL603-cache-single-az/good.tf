resource "aws_subnet" "a" {
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1b"
}

resource "aws_elasticache_subnet_group" "two" {
  name       = "two"
  subnet_ids = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_elasticache_replication_group" "two" {
  replication_group_id        = "two"
  description                 = "answers"
  node_type                   = "cache.m7g.large"
  num_cache_clusters          = 2
  automatic_failover_enabled  = true
  multi_az_enabled            = true
  preferred_cache_cluster_azs = ["eu-west-1a", "eu-west-1b"]
  subnet_group_name           = aws_elasticache_subnet_group.two.name
}

# No zone is preferred.
resource "aws_elasticache_replication_group" "none_preferred" {
  replication_group_id        = "none-preferred"
  description                 = "answers"
  node_type                   = "cache.m7g.large"
  num_cache_clusters          = 2
  automatic_failover_enabled  = true
  multi_az_enabled            = true
  preferred_cache_cluster_azs = []
}

# Without replicas, or without failover, other rules speak.
resource "aws_elasticache_replication_group" "one" {
  replication_group_id = "one"
  description          = "answers"
  node_type            = "cache.m7g.large"
}

resource "aws_elasticache_replication_group" "no_failover" {
  replication_group_id       = "no-failover"
  description                = "answers"
  node_type                  = "cache.m7g.large"
  num_cache_clusters         = 2
  automatic_failover_enabled = false
}

# Its nodes are asked to be in two zones one by one.
resource "aws_elasticache_replication_group" "spread" {
  replication_group_id        = "spread"
  description                 = "answers"
  node_type                   = "cache.m7g.large"
  num_cache_clusters          = 2
  automatic_failover_enabled  = true
  preferred_cache_cluster_azs = ["eu-west-1a", "eu-west-1b"]
  subnet_group_name           = aws_elasticache_subnet_group.given.name
}

variable "subnets" {
  type = list(string)
}

resource "aws_elasticache_subnet_group" "given" {
  name       = "given"
  subnet_ids = var.subnets
}

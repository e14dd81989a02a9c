resource "aws_subnet" "a" {
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1b"
}

# Multi-AZ is off where nothing is written.
resource "aws_elasticache_replication_group" "unwritten" { # want AL603 "nothing keeps a replica of .*unwritten in another zone than its primary: Multi-AZ is off because none is written"
  replication_group_id       = "unwritten"
  description                = "answers"
  node_type                  = "cache.m7g.large"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
}

resource "aws_elasticache_replication_group" "off" {
  replication_group_id       = "off"
  description                = "answers"
  node_type                  = "cache.m7g.large"
  num_node_groups            = 2
  replicas_per_node_group    = 1
  automatic_failover_enabled = true
  multi_az_enabled           = false # want AL603 "Multi-AZ is off$"
}

resource "aws_elasticache_replication_group" "same_zones" {
  replication_group_id        = "same-zones"
  description                 = "answers"
  node_type                   = "cache.m7g.large"
  num_cache_clusters          = 2
  automatic_failover_enabled  = true
  preferred_cache_cluster_azs = ["eu-west-1a", "eu-west-1a"] # want AL603 "the nodes of .*same_zones lie in eu-west-1a alone: it prefers no other"
}

resource "aws_elasticache_subnet_group" "one" {
  name       = "one"
  subnet_ids = [aws_subnet.a.id]
}

resource "aws_elasticache_replication_group" "one_subnet" {
  replication_group_id       = "one-subnet"
  description                = "answers"
  node_type                  = "cache.m7g.large"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  multi_az_enabled           = true
  subnet_group_name          = aws_elasticache_subnet_group.one.name # want AL603 "the nodes of .*one_subnet lie in eu-west-1a alone: its only subnet is aws_subnet.a"
}

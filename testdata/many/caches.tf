resource "aws_elasticache_replication_group" "sessions" {
  count                = local.many
  replication_group_id = "sessions-${count.index}"
  subnet_group_name    = aws_elasticache_subnet_group.main[count.index].name
  parameter_group_name = aws_elasticache_parameter_group.main[count.index].name
  num_cache_clusters   = 2
}

resource "aws_elasticache_cluster" "member" {
  count                = local.many
  cluster_id           = "member-${count.index}"
  replication_group_id = aws_elasticache_replication_group.sessions[count.index].id
}

resource "aws_elasticache_cluster" "lone" {
  count           = local.many
  cluster_id      = "lone-${count.index}"
  engine          = "redis"
  num_cache_nodes = 1
}

resource "aws_elasticache_cluster" "memcached" {
  count           = local.many
  cluster_id      = "memcached-${count.index}"
  engine          = "memcached"
  num_cache_nodes = 2
}

resource "aws_memorydb_cluster" "main" {
  count                  = local.many
  num_replicas_per_shard = 0
  node_type              = "db.t4g.small"
  acl_name               = "open-access"
}

resource "aws_elasticache_subnet_group" "main" {
  count      = local.many
  name       = "group-${count.index}"
  subnet_ids = [aws_subnet.main[count.index].id]
}

resource "aws_elasticache_parameter_group" "main" {
  count  = local.many
  name   = "parameters-${count.index}"
  family = "redis7"
  parameter {
    name  = "maxmemory-policy"
    value = "allkeys-lru"
  }
}

resource "aws_subnet" "main" {
  count             = local.many
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1a"
}

resource "aws_instance" "app" {
  count     = local.many
  ami       = "ami-1"
  user_data = "REDIS=${aws_elasticache_replication_group.sessions[count.index].primary_endpoint_address}"
}

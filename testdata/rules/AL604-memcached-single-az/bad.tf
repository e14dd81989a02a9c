resource "aws_elasticache_cluster" "one" {
  cluster_id      = "one"
  engine          = "memcached"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 1 # want AL604 "one is a single node"
}

# The nodes lie in one zone where nothing is written.
resource "aws_elasticache_cluster" "unwritten" { # want AL604 "all nodes of .*unwritten lie in one zone"
  cluster_id      = "unwritten"
  engine          = "memcached"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 3
}

resource "aws_elasticache_cluster" "written" {
  cluster_id      = "written"
  engine          = "memcached"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 3
  az_mode         = "single-az" # want AL604 "all nodes of .*written lie in one zone"
}

resource "aws_elasticache_cluster" "same" {
  cluster_id                   = "same"
  engine                       = "memcached"
  node_type                    = "cache.t4g.micro"
  num_cache_nodes              = 2
  preferred_availability_zones = ["eu-west-1a", "eu-west-1a"] # want AL604 "all nodes of .*same lie in one zone"
}

resource "aws_rds_cluster" "shop" { # want AL504 "aws_rds_cluster.shop has a single instance, aws_rds_cluster_instance.shop\[0\]"
  cluster_identifier = "shop"
  engine             = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "shop" {
  count              = 1
  cluster_identifier = aws_rds_cluster.shop.id
  engine             = "aurora-mysql"
  instance_class     = "db.serverless"
}

resource "aws_docdb_cluster" "catalogue" { # want AL504 "a single instance, aws_docdb_cluster_instance.catalogue"
  cluster_identifier = "catalogue"
}

resource "aws_docdb_cluster_instance" "catalogue" {
  cluster_identifier = aws_docdb_cluster.catalogue.id
  instance_class     = "db.r6g.large"
}

resource "aws_neptune_cluster" "friends" { # want AL504 "a single instance, aws_neptune_cluster_instance.friends"
  cluster_identifier = "friends"
}

resource "aws_neptune_cluster_instance" "friends" {
  cluster_identifier = aws_neptune_cluster.friends.id
  instance_class     = "db.r6g.large"
}

resource "aws_rds_shard_group" "limitless" { # want AL504 "aws_rds_shard_group.limitless keeps one instance for its data"
  db_cluster_identifier     = "limitless"
  db_shard_group_identifier = "limitless"
  max_acu                   = 1200
}

resource "aws_docdbelastic_cluster" "documents" {
  name                 = "documents"
  shard_capacity       = 2
  shard_count          = 4
  shard_instance_count = 1 # want AL504 "aws_docdbelastic_cluster.documents keeps one instance for its data"
}

resource "aws_neptunegraph_graph" "analytics" {
  graph_name    = "analytics"
  replica_count = 0 # want AL504 "aws_neptunegraph_graph.analytics keeps one instance for its data"
}

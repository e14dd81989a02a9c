resource "aws_rds_cluster" "shop" {
  cluster_identifier = "shop"
  engine             = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "shop" {
  count              = 2
  cluster_identifier = aws_rds_cluster.shop.id
  engine             = "aurora-mysql"
  instance_class     = "db.r7g.large"
}

# Application Auto Scaling adds the second.
resource "aws_rds_cluster" "scaled" {
  cluster_identifier = "scaled"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "scaled" {
  cluster_identifier = aws_rds_cluster.scaled.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
}

resource "aws_appautoscaling_target" "scaled" {
  service_namespace  = "rds"
  scalable_dimension = "rds:cluster:ReadReplicaCount"
  resource_id        = "cluster:${aws_rds_cluster.scaled.id}"
  min_capacity       = 1
  max_capacity       = 4
}

# A Multi-AZ DB cluster makes its own instances, and so does Aurora Serverless v1.
resource "aws_rds_cluster" "multi_az" {
  engine                    = "mysql"
  db_cluster_instance_class = "db.m6gd.large"
  storage_type              = "io1"
  allocated_storage         = 100
  iops                      = 1000
}

resource "aws_rds_cluster" "serverless" {
  engine      = "aurora-mysql"
  engine_mode = "serverless"
}

resource "aws_rds_shard_group" "limitless" {
  db_cluster_identifier     = "limitless"
  db_shard_group_identifier = "limitless"
  max_acu                   = 1200
  compute_redundancy        = 1
}

resource "aws_docdbelastic_cluster" "documents" {
  name           = "documents"
  shard_capacity = 2
  shard_count    = 4
}

resource "aws_neptunegraph_graph" "analytics" {
  graph_name = "analytics"
}

resource "aws_rds_global_cluster" "shop" { # want AL517 "aws_rds_global_cluster.shop has one member, aws_rds_cluster.shop"
  global_cluster_identifier = "shop"
  engine                    = "aurora-mysql"
}

resource "aws_rds_cluster" "shop" {
  cluster_identifier        = "shop"
  engine                    = "aurora-mysql"
  global_cluster_identifier = aws_rds_global_cluster.shop.id
}

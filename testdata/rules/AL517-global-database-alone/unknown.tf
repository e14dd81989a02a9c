resource "aws_rds_global_cluster" "shop" { # unknown AL517
  global_cluster_identifier = "shop"
  engine                    = "aurora-mysql"
}

resource "aws_rds_cluster" "shop" {
  cluster_identifier        = "shop"
  engine                    = "aurora-mysql"
  global_cluster_identifier = aws_rds_global_cluster.shop.id
}

output "global_cluster" {
  value = aws_rds_global_cluster.shop.id
}

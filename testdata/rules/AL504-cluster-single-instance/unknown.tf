variable "readers" {
  type = number
}

resource "aws_rds_cluster" "shop" { # unknown AL504
  cluster_identifier = "shop"
  engine             = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "shop" {
  count              = var.readers
  cluster_identifier = aws_rds_cluster.shop.id
  engine             = "aurora-mysql"
  instance_class     = "db.r7g.large"
}

# One instance of two sizes, by the environment.
variable "env" {
  type    = string
  default = "dev"
}

resource "aws_rds_cluster" "shop" { # want AL504 "aws_rds_cluster.shop has a single instance, aws_rds_cluster_instance.large"
  cluster_identifier = "shop"
  engine             = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "large" {
  count              = var.env == "prod" ? 1 : 0
  cluster_identifier = aws_rds_cluster.shop.id
  engine             = "aurora-mysql"
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_instance" "small" {
  count              = var.env == "prod" ? 0 : 1
  cluster_identifier = aws_rds_cluster.shop.id
  engine             = "aurora-mysql"
  instance_class     = "db.t4g.medium"
}

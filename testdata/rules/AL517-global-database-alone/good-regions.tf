provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "second"
  region = "eu-central-1"
}

resource "aws_rds_global_cluster" "shop" {
  global_cluster_identifier = "shop"
  engine                    = "aurora-mysql"
}

resource "aws_rds_cluster" "first" {
  cluster_identifier        = "first"
  engine                    = "aurora-mysql"
  global_cluster_identifier = aws_rds_global_cluster.shop.id
}

resource "aws_rds_cluster" "second" {
  provider                  = aws.second
  cluster_identifier        = "second"
  engine                    = "aurora-mysql"
  global_cluster_identifier = aws_rds_global_cluster.shop.id
}

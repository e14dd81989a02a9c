data "aws_availability_zones" "here" {}

resource "aws_rds_cluster" "shop" {
  cluster_identifier = "shop"
  engine             = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "shop" {
  count              = 2
  cluster_identifier = aws_rds_cluster.shop.id
  engine             = "aurora-mysql"
  instance_class     = "db.r7g.large"
  availability_zone  = data.aws_availability_zones.here.names[0] # want AL505 "all 2 instances of aws_rds_cluster.shop stand in zone a"
}

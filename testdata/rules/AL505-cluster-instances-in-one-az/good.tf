resource "aws_rds_cluster" "shop" {
  cluster_identifier = "shop"
  engine             = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "shop" {
  count              = 2
  cluster_identifier = aws_rds_cluster.shop.id
  engine             = "aurora-mysql"
  instance_class     = "db.r7g.large"
  availability_zone  = element(["eu-west-1a", "eu-west-1b"], count.index)
}

# AWS spreads those that name no zone.
resource "aws_docdb_cluster" "catalogue" {
  cluster_identifier = "catalogue"
}

resource "aws_docdb_cluster_instance" "one" {
  cluster_identifier = aws_docdb_cluster.catalogue.id
  instance_class     = "db.r6g.large"
  availability_zone  = "eu-west-1a"
}

resource "aws_docdb_cluster_instance" "two" {
  cluster_identifier = aws_docdb_cluster.catalogue.id
  instance_class     = "db.r6g.large"
}

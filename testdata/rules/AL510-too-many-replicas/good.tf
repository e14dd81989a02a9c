resource "aws_db_instance" "main" {
  identifier     = "main"
  engine         = "mysql"
  instance_class = "db.m7g.large"
}

resource "aws_db_instance" "reader" {
  count               = 6
  replicate_source_db = aws_db_instance.main.identifier
  instance_class      = "db.m7g.large"
}

resource "aws_rds_cluster" "shop" {
  engine = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "shop" {
  count              = 16
  cluster_identifier = aws_rds_cluster.shop.id
  engine             = "aurora-mysql"
  instance_class     = "db.r7g.large"
}

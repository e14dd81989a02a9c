resource "aws_db_instance" "main" { # want AL510 "aws_db_instance.main has more readers in sight than the 5 that its engine allows"
  identifier     = "main"
  engine         = "oracle-ee"
  instance_class = "db.m7g.large"
}

resource "aws_db_instance" "reader" {
  count               = 6
  replicate_source_db = aws_db_instance.main.identifier
  instance_class      = "db.m7g.large"
}

resource "aws_rds_cluster" "shop" { # want AL510 "more readers in sight than the 15"
  engine = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "shop" {
  count              = 17
  cluster_identifier = aws_rds_cluster.shop.id
  engine             = "aurora-mysql"
  instance_class     = "db.r7g.large"
}

resource "aws_db_instance" "main" {
  count      = local.many
  identifier = "main-${count.index}"
  engine     = "mysql"
}

resource "aws_db_instance" "reader" {
  count               = local.many
  identifier          = "reader-${count.index}"
  replicate_source_db = aws_db_instance.main[count.index].identifier
}

resource "aws_rds_cluster" "main" {
  count              = local.many
  cluster_identifier = "cluster-${count.index}"
  engine             = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "main" {
  count              = local.many
  cluster_identifier = aws_rds_cluster.main[count.index].id
  availability_zone  = "eu-west-1a"
}

resource "aws_rds_global_cluster" "main" {
  count                        = local.many
  global_cluster_identifier    = "global-${count.index}"
  source_db_cluster_identifier = aws_rds_cluster.main[count.index].arn
}

resource "aws_db_subnet_group" "main" {
  count      = local.many
  name       = "group-${count.index}"
  subnet_ids = [aws_subnet.main[count.index].id]
}

resource "aws_subnet" "main" {
  count             = local.many
  vpc_id            = "vpc-1"
  availability_zone = "eu-west-1a"
}

resource "aws_instance" "app" {
  count     = local.many
  ami       = "ami-1"
  user_data = "DB=${aws_db_instance.main[count.index].address}"
}

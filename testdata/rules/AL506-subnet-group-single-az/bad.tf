resource "aws_subnet" "a" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.0.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "a2" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.1.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.2.0/24"
  availability_zone = "eu-west-1b"
}

resource "aws_db_subnet_group" "database" {
  subnet_ids = [aws_subnet.a.id, aws_subnet.a2.id] # want AL506 "aws_db_subnet_group.database holds eu-west-1a alone, which AWS refuses: aws_subnet.a and aws_subnet.a2 are both there"
}

resource "aws_docdb_subnet_group" "documents" {
  subnet_ids = [aws_subnet.a.id] # want AL506 "which AWS refuses: its only subnet is aws_subnet.a"
}

resource "aws_dms_replication_subnet_group" "migration" {
  replication_subnet_group_id          = "migration"
  replication_subnet_group_description = "migration"
  subnet_ids                           = [aws_subnet.a.id, aws_subnet.a2.id] # want AL506 "which AWS refuses"
}

resource "aws_elasticache_subnet_group" "cache" {
  name       = "cache"
  subnet_ids = [aws_subnet.b.id] # want AL506 "aws_elasticache_subnet_group.cache holds eu-west-1b alone: its only subnet is aws_subnet.b"
}

resource "aws_redshift_subnet_group" "reports" {
  name       = "reports"
  subnet_ids = [aws_subnet.a.id] # want AL506 "holds eu-west-1a alone:"
}

resource "aws_redshift_cluster" "reports" {
  cluster_identifier                   = "reports"
  node_type                            = "ra3.large"
  cluster_subnet_group_name            = aws_redshift_subnet_group.reports.name
  availability_zone_relocation_enabled = true
}

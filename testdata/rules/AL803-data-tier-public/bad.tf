provider "aws" {
  region = "eu-west-1"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_subnet" "public" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}

resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

variable "public" {
  type    = bool
  default = true
}

resource "aws_db_subnet_group" "private" {
  subnet_ids = [aws_subnet.private.id]
}

resource "aws_db_subnet_group" "mixed" {
  subnet_ids = [aws_subnet.private.id, aws_subnet.public.id] # want AL803 "aws_db_instance.mixed may run in aws_subnet.public, which is public: its route table leads to an internet gateway"
}

resource "aws_db_instance" "asked" {
  engine               = "mysql"
  db_subnet_group_name = aws_db_subnet_group.private.name
  publicly_accessible  = var.public # want AL803 "aws_db_instance.asked takes a public address \(by default of var.public\)"
}

resource "aws_db_instance" "mixed" {
  engine               = "mysql"
  db_subnet_group_name = aws_db_subnet_group.mixed.name
}

resource "aws_rds_cluster" "main" {
  cluster_identifier   = "main"
  engine               = "aurora-mysql"
  db_subnet_group_name = aws_db_subnet_group.private.name
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier  = aws_rds_cluster.main.id
  engine              = "aurora-mysql"
  instance_class      = "db.r7g.large"
  publicly_accessible = true # want AL803 "aws_rds_cluster_instance.main takes a public address"
}

resource "aws_elasticache_subnet_group" "public" {
  name       = "public"
  subnet_ids = [aws_subnet.public.id] # want AL803 "aws_elasticache_replication_group.public may run in aws_subnet.public"
}

resource "aws_elasticache_replication_group" "public" {
  replication_group_id = "public"
  description          = "public"
  subnet_group_name    = aws_elasticache_subnet_group.public.name
}

resource "aws_opensearch_domain" "public" {
  domain_name = "public"

  vpc_options {
    subnet_ids = [aws_subnet.public.id] # want AL803 "aws_opensearch_domain.public may run in aws_subnet.public"
  }
}

resource "aws_redshift_cluster" "asked" {
  cluster_identifier        = "asked"
  cluster_subnet_group_name = aws_redshift_subnet_group.private.name
  publicly_accessible       = true # want AL803 "aws_redshift_cluster.asked takes a public address"
}

resource "aws_redshift_subnet_group" "private" {
  name       = "private"
  subnet_ids = [aws_subnet.private.id]
}

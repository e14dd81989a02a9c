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
  subnet_ids = [aws_subnet.a.id, aws_subnet.b.id]
}

# A warehouse that stays in its zone needs no other.
resource "aws_redshift_subnet_group" "reports" {
  name       = "reports"
  subnet_ids = [aws_subnet.a.id]
}

resource "aws_redshift_cluster" "reports" {
  cluster_identifier        = "reports"
  node_type                 = "ra3.large"
  cluster_subnet_group_name = aws_redshift_subnet_group.reports.name
}

# RDS takes a single Local Zone.
resource "aws_subnet" "local" {
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.3.0/24"
  availability_zone = "eu-west-1b"
}

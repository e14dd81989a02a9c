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

resource "aws_db_subnet_group" "private" {
  subnet_ids = [aws_subnet.private.id]
}

resource "aws_db_instance" "unwritten" {
  engine               = "mysql"
  db_subnet_group_name = aws_db_subnet_group.private.name
}

resource "aws_db_instance" "private" {
  engine               = "mysql"
  db_subnet_group_name = aws_db_subnet_group.private.name
  publicly_accessible  = false
}

resource "aws_elasticache_subnet_group" "private" {
  name       = "private"
  subnet_ids = [aws_subnet.private.id]
}

resource "aws_elasticache_replication_group" "private" {
  replication_group_id = "private"
  description          = "private"
  subnet_group_name    = aws_elasticache_subnet_group.private.name
}

# Files are not asked about, and a domain outside VPCs has no subnets.
resource "aws_efs_file_system" "files" {}

resource "aws_efs_mount_target" "files" {
  file_system_id = aws_efs_file_system.files.id
  subnet_id      = aws_subnet.public.id
}

resource "aws_opensearch_domain" "outside" {
  domain_name = "outside"
}

resource "aws_dms_replication_subnet_group" "private" {
  replication_subnet_group_id          = "private"
  replication_subnet_group_description = "private"
  subnet_ids                           = [aws_subnet.private.id]
}

resource "aws_dms_replication_instance" "private" {
  replication_instance_id     = "private"
  replication_instance_class  = "dms.t3.medium"
  replication_subnet_group_id = aws_dms_replication_subnet_group.private.id
  publicly_accessible         = false
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "app" {
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group" "database" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 3306
    to_port     = 3306
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # want AL802 "aws_security_group.database opens port 3306 of aws_db_instance.main to everybody \(0.0.0.0/0\)"
  }

  ingress {
    from_port   = 3306
    to_port     = 3306
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
}

resource "aws_db_instance" "main" {
  engine                 = "mysql"
  vpc_security_group_ids = [aws_security_group.database.id]
}

# The application may call it, and all else in the VPC.
resource "aws_security_group" "cluster" {
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "cluster_from_app" {
  security_group_id            = aws_security_group.cluster.id
  referenced_security_group_id = aws_security_group.app.id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}

resource "aws_vpc_security_group_ingress_rule" "cluster_from_vpc" {
  security_group_id = aws_security_group.cluster.id
  cidr_ipv4         = aws_vpc.main.cidr_block # want AL802 "aws_security_group.cluster opens port 5432 of aws_rds_cluster.main to 10.0.0.0/16 instead of the group of what uses it"
  ip_protocol       = "tcp"
  from_port         = 5432
  to_port           = 5432
}

resource "aws_rds_cluster" "main" {
  engine                 = "aurora-postgresql"
  vpc_security_group_ids = [aws_security_group.cluster.id]
}

# Every port of the cache, to a range that holds the whole VPC.
resource "aws_security_group" "cache" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["10.0.0.0/8"] # want AL802 "aws_security_group.cache opens every port of aws_elasticache_replication_group.main to 10.0.0.0/8 instead of the group of what uses it"
  }
}

resource "aws_elasticache_replication_group" "main" {
  replication_group_id = "main"
  security_group_ids   = [aws_security_group.cache.id]
}

# The range of a subnet is more than the tier that runs in it.
resource "aws_subnet" "app" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_security_group" "warehouse" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 5439
    to_port     = 5439
    protocol    = "tcp"
    cidr_blocks = [aws_subnet.app.cidr_block] # want AL802 "aws_security_group.warehouse opens port 5439 of \S+ to 10.0.1.0/24"
  }
}

resource "aws_redshift_cluster" "main" {
  cluster_identifier     = "main"
  vpc_security_group_ids = [aws_security_group.warehouse.id]
}

# Files that the VPC may mount are worth a note only.
resource "aws_efs_file_system" "files" {}

resource "aws_security_group" "files" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 2049
    to_port     = 2049
    protocol    = "tcp"
    cidr_blocks = [aws_vpc.main.cidr_block] # want AL802 "aws_security_group.files opens port 2049 of \S+ to 10.0.0.0/16"
  }
}

resource "aws_efs_mount_target" "files" {
  file_system_id  = aws_efs_file_system.files.id
  subnet_id       = aws_subnet.app.id
  security_groups = [aws_security_group.files.id]
}

resource "aws_security_group" "search" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port        = 443
    to_port          = 443
    protocol         = "tcp"
    ipv6_cidr_blocks = ["::/0"] # want AL802 "aws_security_group.search opens port 443 of \S+ to everybody \(::/0\)"
  }
}

resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  vpc_options {
    subnet_ids         = [aws_subnet.app.id]
    security_group_ids = [aws_security_group.search.id]
  }
}

# The port of a database, open on an instance.
resource "aws_security_group" "mongo" {
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 27017
    to_port     = 27019
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # want AL802 "aws_security_group.mongo opens ports 27017 to 27019, where databases listen, to everybody \(0.0.0.0/0\), so that the whole world may call what runs on aws_instance.mongo"
  }
}

resource "aws_instance" "mongo" {
  ami                    = "ami-1"
  vpc_security_group_ids = [aws_security_group.mongo.id]
}

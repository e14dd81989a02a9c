variable "create" {
  type = bool
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_db_instance" "db" {
  count                  = var.create ? 1 : 0
  engine                 = "mysql"
  publicly_accessible    = false
  vpc_security_group_ids = [try(aws_security_group.data[0].id, "")]
}

resource "aws_security_group" "data" {
  count  = var.create ? 1 : 0
  vpc_id = aws_vpc.main.id

  ingress {
    protocol    = "tcp"
    from_port   = 3306
    to_port     = 3306
    cidr_blocks = ["0.0.0.0/0"] # want AL802 "data.* opens port 3306 .*0\.0\.0\.0/0"
  }
}

locals {
  caches = [join("", aws_security_group.cache[*].id)]
}

resource "aws_elasticache_cluster" "cache" {
  count              = var.create ? 1 : 0
  engine             = "redis"
  security_group_ids = local.caches
}

resource "aws_security_group" "cache" {
  count  = var.create ? 1 : 0
  vpc_id = aws_vpc.main.id

  ingress {
    protocol    = "tcp"
    from_port   = 6379
    to_port     = 6379
    cidr_blocks = ["0.0.0.0/0"] # want AL802 "cache.* opens port 6379 .*0\.0\.0\.0/0"
  }
}

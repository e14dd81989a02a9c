variable "default_security_group_name" {
  default = "default"
}

resource "aws_db_subnet_group" "database" {
  tags = merge({ Name = var.name }, var.tags, var.database_subnet_group_tags)
}

resource "aws_elasticache_subnet_group" "elasticache" {
  tags = null
}

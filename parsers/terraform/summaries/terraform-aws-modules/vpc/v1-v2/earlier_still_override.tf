variable "default_security_group_name" {
  default = "default"
}

resource "aws_elasticache_subnet_group" "elasticache" {
  tags = null
}

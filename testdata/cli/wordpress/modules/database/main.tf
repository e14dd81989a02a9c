variable "subnet_ids" {
  type = list(string)
}

variable "multi_az" {
  type = bool
}

resource "aws_db_subnet_group" "blog" {
  subnet_ids = var.subnet_ids
}

resource "aws_db_instance" "blog" {
  engine                  = "mysql"
  instance_class          = "db.t4g.small"
  allocated_storage       = 20
  max_allocated_storage   = 100
  backup_retention_period = 7
  deletion_protection     = true
  db_subnet_group_name    = aws_db_subnet_group.blog.name
  multi_az                = var.multi_az
}

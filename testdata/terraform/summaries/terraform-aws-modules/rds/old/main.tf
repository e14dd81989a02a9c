variable "zones" {
  default = ["eu-west-1a", "eu-west-1b"]
}

resource "aws_subnet" "db" {
  count             = length(var.zones)
  vpc_id            = "vpc-1"
  availability_zone = var.zones[count.index]
}

module "db" {
  source  = "terraform-aws-modules/rds/aws"
  version = "2.35.0"

  identifier              = "wiki"
  engine                  = "postgres"
  engine_version          = "11.9"
  family                  = "postgres11"
  major_engine_version    = "11"
  instance_class          = "db.t2.small"
  allocated_storage       = 20
  storage_type            = "io1"
  name                    = "wiki"
  username                = "wiki"
  password                = "change-me"
  port                    = "5432"
  vpc_security_group_ids  = ["sg-1"]
  subnet_ids              = aws_subnet.db.*.id
  maintenance_window      = "Mon:00:00-Mon:03:00"
  backup_window           = "03:00-06:00"
  backup_retention_period = 0
  skip_final_snapshot     = true
  monitoring_interval     = 30
  create_monitoring_role  = true
  deletion_protection     = false
}

module "older" {
  source  = "terraform-aws-modules/rds/aws"
  version = "2.35.0"

  identifier              = "wiki-old"
  engine                  = "sqlserver-ex"
  engine_version          = "14.00"
  family                  = "sqlserver-ex-14.0"
  major_engine_version    = "14.00"
  instance_class          = "db.t2.small"
  allocated_storage       = 20
  name                    = null
  username                = "wiki"
  password                = "change-me"
  port                    = "1433"
  subnet_ids              = aws_subnet.db.*.id
  maintenance_window      = "Mon:00:00-Mon:03:00"
  backup_window           = "03:00-06:00"
  backup_retention_period = 3
  skip_final_snapshot     = false
  multi_az                = true
}

output "endpoint" {
  value = module.db.this_db_instance_endpoint
}

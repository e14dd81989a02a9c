variable "multi_az" {
  default = true
}

data "aws_availability_zones" "available" {}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "database" {
  count = 3

  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = data.aws_availability_zones.available.names[count.index]
}

resource "aws_security_group" "database" {
  vpc_id = aws_vpc.main.id
}

module "db" {
  source       = "terraform-aws-modules/rds/aws"
  version      = "7.2.0"
  storage_type = "gp3"

  identifier = "shop"

  engine                   = "postgres"
  engine_version           = "17"
  engine_lifecycle_support = "open-source-rds-extended-support-disabled"
  family                   = "postgres17"
  major_engine_version     = "17"
  instance_class           = "db.m7g.large"

  allocated_storage     = 100
  max_allocated_storage = 500

  db_name  = "shop"
  username = "shop"
  port     = 5432

  multi_az               = var.multi_az
  create_db_subnet_group = true
  subnet_ids             = aws_subnet.database[*].id
  vpc_security_group_ids = [aws_security_group.database.id]

  backup_retention_period = 14
  skip_final_snapshot     = false
  deletion_protection     = true

  create_monitoring_role          = true
  monitoring_interval             = 60
  monitoring_role_name            = "shop-monitoring"
  monitoring_role_use_name_prefix = true

  db_instance_role_associations = {
    s3Export = "arn:aws:iam::123456789012:role/export"
  }

  region = "eu-west-1"

  tags             = { Environment = "production" }
  db_instance_tags = { Sensitive = "high" }
}

resource "aws_ssm_parameter" "address" {
  name  = "/shop/database"
  type  = "String"
  value = module.db.db_instance_address
}

output "secret" {
  value = module.db.db_instance_master_user_secret_arn
}

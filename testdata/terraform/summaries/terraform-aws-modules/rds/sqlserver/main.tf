resource "aws_subnet" "a" {
  vpc_id            = "vpc-1"
  availability_zone = "us-east-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = "vpc-1"
  availability_zone = "us-east-1b"
}

module "db" {
  source       = "terraform-aws-modules/rds/aws"
  version      = "3.5.0"
  storage_type = "gp3"

  identifier           = "erp"
  engine               = "sqlserver-se"
  engine_version       = "15.00"
  family               = "sqlserver-se-15.0"
  major_engine_version = "15.00"
  instance_class       = "db.m5.xlarge"
  allocated_storage    = 100
  name                 = null
  username             = "erp"
  password             = "change-me"
  port                 = 1433
  subnet_ids           = [aws_subnet.a.id, aws_subnet.b.id]
  multi_az             = true
  timezone             = "Central Standard Time"
  tags                 = { Owner = "erp" }
}

module "replica" {
  source  = "terraform-aws-modules/rds/aws"
  version = "3.5.0"

  identifier             = "reports"
  replicate_source_db    = module.db.db_instance_id
  engine                 = "sqlserver-ee"
  instance_class         = "db.m5.xlarge"
  create_db_subnet_group = false
  create_db_option_group = false
  family                 = "sqlserver-ee-15.0"
}

module "mysql" {
  source  = "terraform-aws-modules/rds/aws"
  version = "3.5.0"

  identifier              = "erp-web"
  engine                  = "mysql"
  engine_version          = "5.7.33"
  family                  = "mysql5.7"
  major_engine_version    = "5.7"
  instance_class          = "db.t3.small"
  name                    = "web"
  username                = "web"
  create_random_password  = true
  db_subnet_group_name    = "erp"
  create_db_subnet_group  = false
  backup_retention_period = 7
  skip_final_snapshot     = true

  restore_to_point_in_time = { restore_time = "2021-05-01T00:00:00Z" }
}

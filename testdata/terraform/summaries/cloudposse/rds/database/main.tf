resource "aws_subnet" "database" {
  count             = 2
  vpc_id            = "vpc-1"
  availability_zone = ["eu-west-1a", "eu-west-1b"][count.index]
}

resource "aws_security_group" "app" {
  vpc_id = "vpc-1"
}

module "database" {
  source       = "cloudposse/rds/aws"
  version      = "1.3.0"
  storage_type = "gp3"

  namespace               = "eg"
  stage                   = "prod"
  name                    = "shop"
  engine                  = "mysql"
  engine_version          = "8.0.35"
  db_parameter_group      = "mysql8.0"
  instance_class          = "db.r6g.large"
  allocated_storage       = 100
  max_allocated_storage   = 500
  database_name           = "shop"
  database_user           = "shop"
  database_password       = "change-me"
  database_port           = 3306
  multi_az                = true
  vpc_id                  = "vpc-1"
  subnet_ids              = aws_subnet.database[*].id
  security_group_ids      = [aws_security_group.app.id]
  allowed_cidr_blocks     = ["10.0.0.0/8"]
  dns_zone_id             = "Z123"
  backup_retention_period = 14
  deletion_protection     = true
}

module "replica" {
  source  = "cloudposse/rds/aws"
  version = "1.3.0"

  name                 = "replica"
  replicate_source_db  = module.database.instance_id
  engine_version       = "8.0.35"
  db_parameter_group   = "mysql8.0"
  instance_class       = "db.r6g.large"
  database_port        = 3306
  availability_zone    = "eu-west-1b"
  vpc_id               = "vpc-1"
  option_group_name    = "default:mysql-8-0"
  parameter_group_name = "default.mysql8.0"
}

resource "aws_ssm_parameter" "address" {
  name  = "/database"
  type  = "String"
  value = module.database.instance_address
}

module "network" {
  source = "./network"
}

module "db" {
  source  = "terraform-aws-modules/rds/aws"
  version = "5.9.0"

  identifier           = "blog"
  engine               = "mariadb"
  engine_version       = "10.6"
  family               = "mariadb10.6"
  major_engine_version = "10.6"
  instance_class       = "db.t3.small"
  allocated_storage    = 20
  db_name              = "blog"
  username             = "blog"
  port                 = "3306"

  db_subnet_group_name   = module.network.database_subnet_group
  vpc_security_group_ids = [module.network.database_security_group]

  blue_green_update = { enabled = true }

  monitoring_interval = "30"
  monitoring_role_arn = "arn:aws:iam::123456789012:role/rds-monitoring"
}

resource "aws_db_instance" "replica" {
  replicate_source_db = module.db.db_instance_id
  instance_class      = "db.t3.small"
}

resource "aws_secretsmanager_secret_version" "password" {
  secret_id     = "blog"
  secret_string = jsonencode({ password = module.db.db_instance_password, host = module.db.db_instance_address })
}

variable "database" {
  default = { port = 5432, class = "db.t3.micro" }
}

module "small" {
  source  = "cloudposse/rds/aws"
  version = "0.43.0"

  name                         = "small"
  engine                       = "postgres"
  engine_version               = "14.7"
  db_parameter_group           = "postgres14"
  instance_class               = var.database.class
  allocated_storage            = 10
  database_name                = "small"
  database_user                = "small"
  database_password            = "change-me"
  database_port                = var.database.port
  vpc_id                       = "vpc-1"
  db_subnet_group_name         = "databases"
  associate_security_group_ids = ["sg-1"]
  publicly_accessible          = true
}

module "restored" {
  source  = "cloudposse/rds/aws"
  version = "1.1.2"

  name               = "restored"
  engine             = "postgres"
  engine_version     = "14.7"
  db_parameter_group = "postgres14"
  instance_class     = "db.t3.micro"
  database_port      = 5432
  vpc_id             = "vpc-1"
  subnet_ids         = ["subnet-1"]

  restore_to_point_in_time = {
    source_db_instance_identifier = "small"
    use_latest_restorable_time    = true
  }
}

module "none" {
  source  = "cloudposse/rds/aws"
  version = "1.3.0"

  enabled            = false
  vpc_id             = "vpc-1"
  engine_version     = "14.7"
  db_parameter_group = "postgres14"
  instance_class     = "db.t3.micro"
  database_port      = 5432
}

module "copy" {
  source  = "cloudposse/rds/aws"
  version = "0.38.8"

  name                = "copy"
  replicate_source_db = module.small.instance_id
  engine              = "postgres"
  engine_version      = "13.4"
  db_parameter_group  = "postgres13"
  instance_class      = "db.t3.micro"
  allocated_storage   = 10
  database_name       = "small"
  database_user       = ""
  database_password   = ""
  database_port       = 5432
  vpc_id              = "vpc-1"
  subnet_ids          = ["subnet-1"]
  security_group_ids  = ["sg-2", "sg-3"]
}

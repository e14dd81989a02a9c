module "master" {
  source  = "terraform-aws-modules/rds/aws"
  version = "2.20.0"

  identifier           = "wiki"
  engine               = "postgres"
  engine_version       = "11.9"
  family               = "postgres11"
  major_engine_version = "11"
  instance_class       = "db.t2.small"
  allocated_storage    = 20
  name                 = "wiki"
  username             = "wiki"
  password             = "change-me"
  port                 = "5432"
  subnet_ids           = ["subnet-1", "subnet-2"]
  maintenance_window   = "Mon:00:00-Mon:03:00"
  backup_window        = "03:00-06:00"
}

module "replica" {
  source       = "terraform-aws-modules/rds/aws"
  version      = "2.20.0"
  storage_type = "standard"

  identifier             = "wiki-replica"
  replicate_source_db    = module.master.this_db_instance_id
  engine                 = "postgres"
  engine_version         = "11.9"
  instance_class         = "db.t2.small"
  allocated_storage      = 20
  username               = ""
  password               = ""
  port                   = "5432"
  create_db_option_group = false
  db_subnet_group_name   = "databases"
  maintenance_window     = "Tue:00:00-Tue:03:00"
  backup_window          = "03:00-06:00"
  monitoring_interval    = 30
  create_monitoring_role = true
}

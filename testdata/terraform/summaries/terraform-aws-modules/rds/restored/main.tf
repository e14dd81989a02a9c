variable "snapshot" {
  type    = string
  default = null
}

variable "password" {
  type = string
}

module "from_snapshot" {
  source       = "terraform-aws-modules/rds/aws"
  version      = "4.7.0"
  storage_type = "gp3"

  identifier                     = "legacy"
  instance_use_identifier_prefix = true

  engine                    = "oracle-ee"
  engine_version            = "19"
  create_db_parameter_group = false
  parameter_group_name      = "default.oracle-ee-19"
  major_engine_version      = "19"
  instance_class            = "db.m5.large"
  license_model             = "bring-your-own-license"

  snapshot_identifier    = var.snapshot
  create_random_password = false
  username               = "legacy"
  password               = var.password
  multi_az               = "true"
  publicly_accessible    = true
  subnet_ids             = ["subnet-1", "subnet-2"]
  create_db_subnet_group = true
}

module "from_time" {
  source  = "terraform-aws-modules/rds/aws"
  version = "4.7.0"

  identifier             = "legacy-copy"
  engine                 = "postgres"
  option_group_name      = null
  instance_class         = "db.m5.large"
  create_random_password = false
  family                 = "postgres14"
  replica_mode           = null

  restore_to_point_in_time = {
    source_db_instance_identifier = "legacy"
    use_latest_restorable_time    = true
  }
}

module "none" {
  source  = "terraform-aws-modules/rds/aws"
  version = "4.7.0"

  identifier                = "gone"
  create_db_instance        = false
  create_db_option_group    = false
  create_db_parameter_group = false
  create_db_subnet_group    = false
}

output "endpoints" {
  value = [module.from_snapshot.db_instance_endpoint, module.none.db_instance_endpoint]
}

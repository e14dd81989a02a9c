variable "subnets" {
  type    = list(string)
  default = ["subnet-1", "subnet-2"]
}

variable "replicas" {
  default = 2
}

module "master" {
  source       = "terraform-aws-modules/rds/aws"
  version      = "6.13.1"
  storage_type = "gp3"

  identifier           = "orders"
  engine               = "mysql"
  engine_version       = "8.0"
  family               = "mysql8.0"
  major_engine_version = "8.0"
  instance_class       = "db.t4g.large"
  allocated_storage    = 20
  db_name              = "orders"
  username             = "orders"
  port                 = 3306

  multi_az                        = true
  create_db_subnet_group          = true
  db_subnet_group_name            = "orders"
  db_subnet_group_use_name_prefix = false
  subnet_ids                      = var.subnets
  backup_retention_period         = 1
  maintenance_window              = "Mon:00:00-Mon:03:00"
}

module "replica" {
  source  = "terraform-aws-modules/rds/aws"
  version = "6.13.1"
  count   = var.replicas

  identifier                = "orders-replica-${count.index}"
  replicate_source_db       = module.master.db_instance_identifier
  engine                    = "mysql"
  engine_version            = "8.0"
  family                    = "mysql8.0"
  major_engine_version      = "8.0"
  instance_class            = "db.t4g.large"
  port                      = 3306
  multi_az                  = false
  availability_zone         = "eu-west-1b"
  vpc_security_group_ids    = []
  backup_retention_period   = 0
  skip_final_snapshot       = true
  deletion_protection       = false
  create_db_parameter_group = false
  parameter_group_name      = module.master.db_parameter_group_id
}

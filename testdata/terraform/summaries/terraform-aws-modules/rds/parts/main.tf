variable "databases" {
  default = {
    blue  = { class = "db.t3.small", multi_az = true }
    green = { class = "db.t3.large", multi_az = false }
  }
}

module "subnets" {
  source  = "terraform-aws-modules/rds/aws//modules/db_subnet_group"
  version = "6.13.1"

  name       = "shared"
  subnet_ids = ["subnet-1", "subnet-2"]
  tags       = { Team = "data" }
}

module "parameters" {
  source  = "terraform-aws-modules/rds/aws//modules/db_parameter_group"
  version = "6.13.1"

  name       = "shared"
  family     = "mysql8.0"
  parameters = [{ name = "character_set_client", value = "utf8mb4" }]
}

module "db" {
  source   = "terraform-aws-modules/rds/aws//modules/db_instance"
  version  = "6.13.1"
  for_each = var.databases

  identifier              = "db-${each.key}"
  engine                  = "mysql"
  instance_class          = each.value.class
  multi_az                = each.value.multi_az
  db_subnet_group_name    = module.subnets.db_subnet_group_id
  parameter_group_name    = module.parameters.db_parameter_group_id
  backup_retention_period = 7
  db_instance_tags        = { Colour = each.key }
}

module "copies" {
  source  = "terraform-aws-modules/rds/aws//modules/db_instance_automated_backups_replication"
  version = "7.2.0"

  source_db_instance_arn = module.db["blue"].db_instance_arn
  region                 = "eu-central-1"
}

module "options" {
  source  = "terraform-aws-modules/rds/aws//modules/db_option_group"
  version = "4.7.0"

  engine_name          = "mysql"
  major_engine_version = "8.0"
}

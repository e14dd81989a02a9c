locals {
  db_subnet_group_name = var.create_db_subnet_group ? module.db_subnet_group.db_subnet_group_id : var.db_subnet_group_name
}

module "db_instance" {
  use_identifier_prefix           = var.instance_use_identifier_prefix
  db_name                         = var.db_name
  password                        = local.password
  replica_mode                    = var.replica_mode
  blue_green_update               = var.blue_green_update
  monitoring_role_use_name_prefix = var.monitoring_role_use_name_prefix
}

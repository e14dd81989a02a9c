locals {
  db_subnet_group_name = !var.cross_region_replica && var.replicate_source_db != null ? null : coalesce(var.db_subnet_group_name, module.db_subnet_group.db_subnet_group_id, var.identifier)
  option_group_name    = local.create_db_option_group ? module.db_option_group.db_option_group_id : var.option_group_name
}

module "db_instance" {
  name     = var.name
  password = local.master_password
}

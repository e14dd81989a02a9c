locals {
  db_subnet_group_name = var.replicate_source_db != null ? null : coalesce(var.db_subnet_group_name, module.db_subnet_group.this_db_subnet_group_id)
  parameter_group_name = var.create_db_parameter_group ? module.db_parameter_group.this_db_parameter_group_id : var.parameter_group_name
  option_group_name    = local.create_db_option_group ? module.db_option_group.this_db_option_group_id : var.option_group_name
}

module "db_instance" {
  name     = var.name
  password = local.master_password
}

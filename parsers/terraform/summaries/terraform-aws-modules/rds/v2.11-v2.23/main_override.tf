locals {
  create_db_option_group = var.create_db_option_group || var.engine != "postgres" && (var.option_group_name == null || var.option_group_name == "")
}

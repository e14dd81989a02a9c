module "db_subnet_group" {
  # A name is that of a group made elsewhere.
  create = var.db_subnet_group_name == "" ? var.create_db_subnet_group : false
}

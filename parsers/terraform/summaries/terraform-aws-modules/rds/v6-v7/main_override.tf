module "db_instance" {
  manage_master_user_password = var.manage_master_user_password
}

locals {
  password = var.manage_master_user_password ? null : var.password
}

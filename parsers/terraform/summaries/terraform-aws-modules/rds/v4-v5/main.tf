locals {
  create_random_password = var.create_db_instance && var.putin_khuylo && var.create_random_password
  password               = local.create_random_password ? random_password.master_password[0].result : var.password
}

resource "random_password" "master_password" {
  count = local.create_random_password ? 1 : 0
}

locals {
  max_instance_lifetime = var.max_instance_lifetime
  user_data_base64      = var.user_data_base64
}

locals {
  user_data_base64 = var.user_data_base64
}

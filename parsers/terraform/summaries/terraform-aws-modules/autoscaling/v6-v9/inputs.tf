locals {
  availability_zones = var.availability_zones
  user_data          = var.user_data

  none = null
}

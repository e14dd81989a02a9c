locals {
  zone_id = var.zone_id
}

locals {
  host = var.name
}

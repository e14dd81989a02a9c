locals {
  max_instance_lifetime = var.max_instance_lifetime
}

locals {
  interface_groups = var.security_groups
}

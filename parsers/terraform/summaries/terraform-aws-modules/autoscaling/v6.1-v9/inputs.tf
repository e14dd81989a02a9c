locals {
  # Security groups go to the interfaces where any are written.
  instance_groups  = try(length(var.network_interfaces) > 0, false) ? [] : var.security_groups
  interface_groups = var.security_groups
}

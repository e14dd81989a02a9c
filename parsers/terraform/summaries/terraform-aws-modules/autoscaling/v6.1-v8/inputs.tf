locals {
  # Security groups go to the interfaces where any are written.
  instance_groups = length(var.network_interfaces) > 0 ? [] : var.security_groups
}

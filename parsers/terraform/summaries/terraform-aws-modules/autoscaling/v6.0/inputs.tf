locals {
  # The instances' security groups are not those of written interfaces.
  instance_groups  = var.security_groups
  interface_groups = []
}

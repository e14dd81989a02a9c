locals {
  launch_template_version = var.lt_version
}

locals {
  create_custom_policy = local.create_role && var.enable_auto_mode_custom_tags
}
